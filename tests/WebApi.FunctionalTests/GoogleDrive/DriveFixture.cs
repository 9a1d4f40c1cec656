using System.Text.Json;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>A server whose Google is a stand-in on this machine, and which does not wait long.</summary>
public sealed class DriveFixture : ServerFixture
{
    /// <summary>So that nothing takes long that only waits.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Hasty = new Dictionary<string, string?>
    {
        ["GoogleDrive:RetryDelay"] = "00:00:00.010",
        ["GoogleDrive:MaxRetries"] = "3",
        ["GoogleDrive:PollInterval"] = "00:00:00.100",
        ["GoogleDrive:RunRetryDelay"] = "00:00:00.100",
        ["GoogleDrive:MaxRunAttempts"] = "2",
        ["GoogleDrive:PageSize"] = "3",
        ["GoogleDrive:Lease"] = "00:00:03",
        ["ResumeImport:Lease"] = "00:00:03",
        ["ResumeImport:PollInterval"] = "00:00:00.200",
    };

    public GoogleServer Google { get; private set; } = null!;

    /// <summary>Connects a user's Drive as their browser would.</summary>
    public static async Task ConnectAsync(TestUser user)
    {
        var back = await ConsentAsync(user);
        var answer = await user.PostAsync($"/api/google-drive/auth/callback{back.Query}");
        Assert.True(answer.Json.Flag("connected"), $"{answer}");
    }

    /// <summary>Sends a user to Google and back.</summary>
    public static async Task<Uri> ConsentAsync(TestUser user, bool isGranted = true) =>
        await GoogleServer.ConsentAsync((await user.GetAsync("/api/google-drive/auth/url")).Json.Text("auth_url")!, isGranted);

    /// <summary>One value of the address that Google sent a user back to.</summary>
    public static string Query(Uri back, string name) => $"{QueryHelpers.ParseQuery(back.Query)[name]}";

    /// <returns>The sync's id.</returns>
    public static async Task<Guid> SetUpAsync(TestUser user, string folderId, string frequency = "manual", string name = "Resumes")
    {
        var answer = await user.PostAsync("/api/google-drive/setup", new { folder_id = folderId, folder_name = name, sync_frequency = frequency });
        return answer.Json.Has("id") ? answer.Json.Id("id") : throw new InvalidOperationException($"{answer}");
    }

    /// <summary>Synchronises a folder and waits until its resumes have been imported.</summary>
    /// <returns>The sync as it is then.</returns>
    public static async Task<JsonElement> SyncAsync(TestUser user, Guid syncId)
    {
        await user.PostAsync($"/api/google-drive/syncs/{syncId}/sync");
        await EndOfRunAsync(user, syncId);
        return (await user.GetAsync($"/api/google-drive/syncs/{syncId}")).Json;
    }

    public static Task EndOfRunAsync(TestUser user, Guid syncId) => Eventually.GetAsync(
        () => user.GetAsync($"/api/google-drive/syncs/{syncId}/run"), answer => answer.Json.Text("state") == "idle");

    /// <summary>What became of the files of a folder, by their names.</summary>
    public static async Task<Dictionary<string, (string? Outcome, string? Reason)>> OutcomesAsync(TestUser user, Guid syncId) =>
        (await user.GetAsync($"/api/google-drive/syncs/{syncId}/files?limit=100")).Json.Items("files")
            .ToDictionary(file => file.Text("filename")!, file => (file.Text("outcome"), file.Text("reason")));

    /// <summary>A user has been told of the ends of these syncs, by how many files were new in each, in that order.</summary>
    public static async Task AssertToldAsync(TestUser user, params long[] newFiles)
    {
        var told = await Eventually.GetAsync(
            () => user.NotificationsAsync("limit=100&type=google_drive_sync_completed"), all => all.Count >= newFiles.Length);
        Assert.Equal(newFiles, told.Reverse().Select(notification => notification.Field("data").Number("new_files")));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Google.DisposeAsync();
    }

    protected override async Task<HotGigsServer> StartAsync()
    {
        Google = await GoogleServer.StartAsync();
        return await HotGigsServer.StartAsync(new Dictionary<string, string?>(Hasty.Concat(Google.Settings)));
    }
}
