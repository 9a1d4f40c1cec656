using System.Net;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using Microsoft.AspNetCore.Http;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>Google is slow, full, down or takes its permission back.</summary>
public sealed class TroubleTests(DriveFixture fixture) : IClassFixture<DriveFixture>
{
    public static TheoryData<string> PassingTroubles => ["too many", "rate limit", "user rate limit", "error", "bad gateway", "dropped", "broken body"];

    [Theory]
    [MemberData(nameof(PassingTroubles))]
    public async Task What_passes_is_waited_for(string kind)
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt", "b.txt");
        var seen = new HashSet<string>();
        // Everything goes wrong once: each list, each file.
        fixture.Google.Trouble = request =>
        {
            lock (seen)
                return Task.FromResult(seen.Add($"{request.Path}{request.QueryString}") ? Of(kind) : null);
        };

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((2L, 0L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        await DriveFixture.AssertToldAsync(user, 2);
    }

    [Fact]
    public async Task A_file_that_never_arrives_fails_alone_and_comes_with_the_next_run()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt", "bad.txt", "c.txt");
        var bad = fixture.Google.Drive.In(FolderOf(await SyncOf(user, id))).Single(file => file.Name == "bad.txt").Id;
        fixture.Google.Trouble = request => Task.FromResult(request.Path.Value!.EndsWith(bad, StringComparison.Ordinal) ? Trouble.BrokenBody : null);

        var sync = await DriveFixture.SyncAsync(user, id);
        Assert.Equal((2L, 1L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        Assert.Equal("failed", (await DriveFixture.OutcomesAsync(user, id))["bad.txt"].Outcome);

        fixture.Google.Trouble = NoTrouble;
        sync = await DriveFixture.SyncAsync(user, id);
        await DriveFixture.AssertToldAsync(user, 2, 1);
        Assert.Equal((3L, 0L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        Assert.Equal("imported", (await DriveFixture.OutcomesAsync(user, id))["bad.txt"].Outcome);
    }

    [Fact]
    public async Task An_outage_while_a_single_file_is_fetched_is_not_the_fault_of_the_file()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        var file = Assert.Single(fixture.Google.Drive.In(FolderOf(await SyncOf(user, id)))).Id;
        var left = 4;
        // As often as one attempt asks for it.
        fixture.Google.Trouble = request => Task.FromResult(
            request.Path.Value!.EndsWith(file, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? new Trouble(503) : null);

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((1L, 0L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        Assert.True(left < 0);
        await DriveFixture.AssertToldAsync(user, 1);
    }

    [Fact]
    public async Task A_single_file_that_never_arrives_though_its_folder_is_listed_counts_as_failed()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        var file = Assert.Single(fixture.Google.Drive.In(FolderOf(await SyncOf(user, id)))).Id;
        fixture.Google.Trouble = request => Task.FromResult(request.Path.Value!.EndsWith(file, StringComparison.Ordinal) ? Trouble.BrokenBody : null);

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((0L, 1L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        await DriveFixture.AssertToldAsync(user, 0);
    }

    [Fact]
    public async Task Who_disconnects_while_a_sync_runs_is_not_told_that_Google_took_the_access_away()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        var file = Assert.Single(fixture.Google.Drive.In(FolderOf(await SyncOf(user, id)))).Id;
        var (held, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        fixture.Google.Trouble = async request =>
        {
            if (request.Path.Value!.EndsWith(file, StringComparison.Ordinal))
            {
                reached.TrySetResult();
                await held.Task;
            }

            return null;
        };
        await user.PostAsync($"/api/google-drive/syncs/{id}/sync");
        await reached.Task;

        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync("/api/google-drive/connection")).Status);
        held.SetResult();
        await DriveFixture.EndOfRunAsync(user, id);

        Assert.False((await SyncOf(user, id)).Flag("is_active"));
        Assert.StartsWith("Google Drive is not connected.", (await user.GetAsync($"/api/google-drive/syncs/{id}/run")).Json.Text("error"), StringComparison.Ordinal);
        Assert.Empty(await user.NotificationsAsync());
    }

    [Fact]
    public async Task An_access_token_that_has_expired_is_renewed_once_for_all()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt", "b.txt", "c.txt");
        fixture.Google.Grants.ExpireAccessTokens();
        var before = fixture.Google.Requests.Count(request => request == "POST /token");

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal(3L, sync.Number("total_files_synced"));
        Assert.Equal(before + 1, fixture.Google.Requests.Count(request => request == "POST /token"));
    }

    [Fact]
    public async Task A_revoked_grant_switches_all_syncs_off_tells_their_owner_once_and_connecting_again_brings_them_back()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        var other = await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder(), "daily");
        var off = await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder(), "daily");
        await user.PutAsync($"/api/google-drive/syncs/{off}", new { is_active = false });
        await using var socket = await user.ConnectAsync();
        fixture.Google.Grants.RevokeAll();

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.False(sync.Flag("is_active"));
        Assert.False((await SyncOf(user, other)).Flag("is_active"));
        Assert.False((await user.GetAsync("/api/google-drive/status")).Json.Flag("connected"));
        var told = await socket.NextAsync("notification");
        Assert.Equal("system_announcement", told.Text("notification_type"));
        Assert.Equal($"/google-drive?sync={id}", told.Field("data").Text("action_url"));
        Assert.Contains("Connect Google Drive again", told.Field("data").Text("message"), StringComparison.Ordinal);
        Problem.AssertIs(await user.PostAsync($"/api/google-drive/syncs/{id}/sync"), HttpStatusCode.Conflict, "conflict");
        Problem.AssertIs(await user.PutAsync($"/api/google-drive/syncs/{id}", new { is_active = true }), HttpStatusCode.Conflict, "conflict");
        Assert.Single(await user.NotificationsAsync());

        await DriveFixture.ConnectAsync(user);
        Assert.Equal([true, true, false], (await user.GetAsync("/api/google-drive/syncs")).Json.Items().Select(one => one.Flag("is_active")));
        Assert.Equal(1L, (await DriveFixture.SyncAsync(user, id)).Number("total_files_synced"));
    }

    [Fact]
    public async Task A_folder_that_is_gone_switches_its_sync_off_and_tells_its_owner()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        fixture.Google.Drive.Change(FolderOf(await SyncOf(user, id)), folder => folder with { IsTrashed = true });

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.False(sync.Flag("is_active"));
        var told = Assert.Single(await user.NotificationsAsync());
        Assert.Equal(("system_announcement", "folder_gone"), (told.Text("type"), told.Field("data").Text("reason")));
    }

    [Fact]
    public async Task A_run_that_was_asked_for_and_never_gets_through_is_given_up_and_told()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt");
        fixture.Google.Trouble = _ => Task.FromResult<Trouble?>(new Trouble(503));

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.True(sync.Flag("is_active"));
        Assert.True(sync.IsNull("last_sync_at"));
        Assert.Equal(("system_announcement", "run_failed"), (Assert.Single(await user.NotificationsAsync()) is var told ? (told.Text("type"), told.Field("data").Text("reason")) : default));
        Assert.Equal("Google Drive cannot be reached at the moment.", (await user.GetAsync($"/api/google-drive/syncs/{id}/run")).Json.Text("error"));
        Problem.AssertIs(
            await user.PostAsync("/api/google-drive/setup", new { folder_id = "any", folder_name = "A", sync_frequency = "daily" }),
            HttpStatusCode.ServiceUnavailable,
            "unavailable");

        fixture.Google.Trouble = NoTrouble;
        Assert.Equal(1L, (await DriveFixture.SyncAsync(user, id)).Number("total_files_synced"));
    }

    [Fact]
    public async Task A_folder_whose_pages_never_end_is_given_up_and_comes_whole_when_they_do()
    {
        using var user = await fixture.RecruiterAsync();
        var id = await SetUpAsync(user, "a.txt", "b.txt", "c.txt", "d.txt");
        fixture.Google.Trouble = request =>
        {
            if (request.Query.ContainsKey("pageToken"))
                request.QueryString = QueryString.Create(request.Query.Where(one => one.Key != "pageToken"));
            return NoTrouble(request);
        };

        await DriveFixture.SyncAsync(user, id);

        Assert.Equal(
            "Google Drive keeps sending the same page of this folder.",
            (await user.GetAsync($"/api/google-drive/syncs/{id}/run")).Json.Text("error"));
        fixture.Google.Trouble = NoTrouble;
        Assert.Equal(4L, (await DriveFixture.SyncAsync(user, id)).Number("total_files_synced"));
    }

    [Fact]
    public async Task Who_is_no_recruiter_any_more_imports_nothing()
    {
        var name = fixture.NewUserId("recruiter");
        using var user = await TestUser.SignInAsync(fixture.Server, name, "recruiter");
        var id = await SetUpAsync(user, "a.txt");
        using var demoted = TestUser.WithToken(fixture.Server, name, Tokens.Create(name, "candidate", TimeSpan.FromHours(2)));
        await demoted.GetAsync("/api/notifications/unread-count");

        await fixture.SendAsync(new Application.GoogleDrive.StartGoogleDriveSync(new(name, name, null, Domain.Users.Roles.Recruiter), id));

        await Eventually.GetAsync(
            () => fixture.SendAsync(new Application.GoogleDrive.GetGoogleDriveSync(new(name, name, null, Domain.Users.Roles.Recruiter), id)),
            sync => !sync.IsActive);
        Assert.Empty(await demoted.NotificationsAsync());
    }

    private static Task<Trouble?> NoTrouble(HttpRequest request) => Task.FromResult<Trouble?>(null);

    private static Trouble Of(string kind) => kind switch
    {
        "too many" => new Trouble(429, "rateLimitExceeded", RetryAfter: "0"),
        "rate limit" => new Trouble(403, "rateLimitExceeded"),
        "user rate limit" => new Trouble(403, "userRateLimitExceeded"),
        "error" => new Trouble(500),
        "bad gateway" => new Trouble(502),
        "dropped" => Trouble.Dropped,
        _ => Trouble.BrokenBody,
    };

    private static async Task<System.Text.Json.JsonElement> SyncOf(TestUser user, Guid id) => (await user.GetAsync($"/api/google-drive/syncs/{id}")).Json;

    private static string FolderOf(System.Text.Json.JsonElement sync) => sync.Text("folder_id")!;

    /// <summary>A connected user with a folder of good resumes.</summary>
    private async Task<Guid> SetUpAsync(TestUser user, params string[] names)
    {
        fixture.Google.Trouble = NoTrouble;
        await DriveFixture.ConnectAsync(user);
        var folder = fixture.Google.Drive.AddFolder();
        foreach (var name in names)
            fixture.Google.Drive.Add(name, "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        return await DriveFixture.SetUpAsync(user, folder);
    }
}
