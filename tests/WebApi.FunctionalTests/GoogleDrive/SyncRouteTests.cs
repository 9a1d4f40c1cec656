using System.Net;
using HotGigs.Tests.Shared;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>Setting folders up, changing and deleting them.</summary>
public sealed class SyncRouteTests(DriveFixture fixture) : IClassFixture<DriveFixture>
{
    [Fact]
    public async Task A_folder_that_is_set_up_is_listed_with_its_schedule()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var daily = await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder(), "daily");
        var manual = await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder());

        var list = (await user.GetAsync("/api/google-drive/syncs")).Json.Items();

        Assert.Equal([daily, manual], list.Select(sync => sync.Id("id")));
        Assert.Equal(["daily", "manual"], list.Select(sync => sync.Text("sync_frequency")));
        Assert.Equal(TimeSpan.FromDays(1), list[0].Time("next_sync_at") - list[0].Time("created_at"));
        Assert.True(list[1].IsNull("next_sync_at"));
        Assert.All(list, sync => Assert.True(sync.IsNull("last_sync_at")));
    }

    [Fact]
    public async Task The_same_folder_set_up_again_is_the_same_sync_with_the_new_schedule()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = fixture.Google.Drive.AddFolder();

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DriveFixture.SetUpAsync(user, folder, "daily")));
        await DriveFixture.SetUpAsync(user, folder, "weekly", "Renamed");

        var sync = Assert.Single((await user.GetAsync("/api/google-drive/syncs")).Json.Items());
        Assert.All(ids, id => Assert.Equal(sync.Id("id"), id));
        Assert.Equal(("weekly", "Renamed"), (sync.Text("sync_frequency"), sync.Text("folder_name")));
    }

    [Fact]
    public async Task What_is_wrong_with_a_folder_is_named()
    {
        using var user = await fixture.RecruiterAsync();
        var folder = fixture.Google.Drive.AddFolder();
        Problem.AssertIs(
            await user.PostAsync("/api/google-drive/setup", new { folder_id = folder, folder_name = "A", sync_frequency = "daily" }),
            HttpStatusCode.Conflict,
            "conflict");
        await DriveFixture.ConnectAsync(user);
        var file = fixture.Google.Drive.Add("file.txt", "text/plain", [], folder);

        Problem.AssertNames(await SetUpAsync("no-such-folder", "A", "daily"), "folder_id");
        Problem.AssertNames(await SetUpAsync(file, "A", "daily"), "folder_id");
        Problem.AssertNames(await SetUpAsync("x' or 'y", "A", "daily"), "folder_id");
        Problem.AssertNames(await SetUpAsync(folder + "\n", "A", "daily"), "folder_id");
        Problem.AssertNames(await SetUpAsync(null, "A", "daily"), "folder_id");
        Problem.AssertNames(await SetUpAsync(folder, "", "daily"), "folder_name");
        Problem.AssertNames(await SetUpAsync(folder, "A", "hourly"), "sync_frequency");
        Problem.AssertNames(await SetUpAsync(folder, "A", null), "sync_frequency");

        Task<HotGigs.Tests.Shared.Clients.Answer> SetUpAsync(string? id, string name, string? frequency) =>
            user.PostAsync("/api/google-drive/setup", new { folder_id = id, folder_name = name, sync_frequency = frequency });
    }

    [Fact]
    public async Task A_change_changes_what_it_names()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var path = $"/api/google-drive/syncs/{await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder(), "weekly")}";

        var off = (await user.PutAsync(path, new { is_active = false })).Json;
        Assert.Equal((false, "weekly", true), (off.Flag("is_active"), off.Text("sync_frequency"), off.IsNull("next_sync_at")));
        Problem.AssertIs(await user.PostAsync($"{path}/sync"), HttpStatusCode.Conflict, "conflict");
        var on = (await user.PutAsync(path, new { is_active = true, sync_frequency = "daily", folder_name = "New" })).Json;
        Assert.Equal((true, "daily", "New", false), (on.Flag("is_active"), on.Text("sync_frequency"), on.Text("folder_name"), on.IsNull("next_sync_at")));
        Problem.AssertNames(await user.PutAsync(path, new { sync_frequency = "often" }), "sync_frequency");
    }

    [Fact]
    public async Task Syncs_of_others_do_not_exist()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.AdminAsync();
        await DriveFixture.ConnectAsync(user);
        var path = $"/api/google-drive/syncs/{await DriveFixture.SetUpAsync(user, fixture.Google.Drive.AddFolder())}";

        foreach (var answer in new[]
        {
            await other.GetAsync(path),
            await other.PutAsync(path, new { is_active = true }),
            await other.PostAsync($"{path}/sync"),
            await other.GetAsync($"{path}/run"),
            await other.GetAsync($"{path}/files"),
            await other.DeleteAsync(path),
        })
            Problem.AssertIs(answer, HttpStatusCode.NotFound, "not_found");

        Assert.Empty((await other.GetAsync("/api/google-drive/syncs")).Json.Items());
        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync(path)).Status);
        Problem.AssertIs(await user.DeleteAsync(path), HttpStatusCode.NotFound, "not_found");
    }
}
