using System.Net;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>A folder is imported, each revision of each file once, and its owner is told once per run.</summary>
public sealed class SyncTests(DriveFixture fixture) : IClassFixture<DriveFixture>
{
    private Drive Drive => fixture.Google.Drive;

    [Fact]
    public async Task New_files_become_resumes_then_nothing_is_new_then_what_has_changed_is_imported_again()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        var (text, docx, pdf) = (SampleResumes.Text(Person.Next()), SampleResumes.Docx(Person.Next()), SampleResumes.Pdf(Person.Next()));
        var changing = Drive.Add("first.txt", "text/plain", text.Content, folder);
        Drive.Add("second.docx", SampleResumes.WordType, docx.Content, folder);
        Drive.Add("third.pdf", "application/pdf", pdf.Content, folder);
        Drive.Add("Fourth of Google", DriveFile.DocumentType, SampleResumes.Docx(Person.Next()).Content, folder);
        var id = await DriveFixture.SetUpAsync(user, folder, name: "Applications 2026");
        await using var socket = await user.ConnectAsync();

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((4L, 4L, 0L), (sync.Number("total_files_synced"), sync.Number("total_files_processed"), sync.Number("total_files_failed")));
        Assert.False(sync.IsNull("last_sync_at"));
        var told = await socket.NextAsync("notification");
        var data = told.Field("data");
        Assert.Equal("google_drive_sync_completed", told.Text("notification_type"));
        Assert.Equal((id, "Applications 2026", 4L), (data.Id("sync_id"), data.Text("folder_name"), data.Number("new_files")));
        Assert.Equal("Google Drive sync completed: 4 new resumes from Applications 2026", data.Text("message"));
        var candidates = (await user.GetAsync("/api/resumes/candidates")).Json.Items();
        Assert.Equal(4, candidates.Count);
        Assert.All(candidates, candidate => Assert.Equal("google_drive", candidate.Text("source")));

        await DriveFixture.SyncAsync(user, id);
        await DriveFixture.AssertToldAsync(user, 4, 0);

        Drive.Write(changing, SampleResumes.Text(Person.Next()).Content);
        sync = await DriveFixture.SyncAsync(user, id);
        Assert.Equal(5L, sync.Number("total_files_synced"));
        await DriveFixture.AssertToldAsync(user, 4, 0, 1);
        Assert.Equal(3, (await user.NotificationsAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_is_renamed_or_moved_between_folders_is_not_imported_again_and_an_old_one_that_is_moved_in_is()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var (one, other) = (Drive.AddFolder(), Drive.AddFolder());
        var old = Drive.Add("old.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, Drive.AddFolder("Somewhere else"));
        var file = Drive.Add("a.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, one);
        var first = await DriveFixture.SetUpAsync(user, one);
        var second = await DriveFixture.SetUpAsync(user, other);
        await DriveFixture.SyncAsync(user, first);

        Drive.Change(file, it => it with { Name = "b.txt", ParentId = other });
        Drive.Change(old, it => it with { ParentId = one });
        await DriveFixture.SyncAsync(user, second);
        await DriveFixture.SyncAsync(user, first);

        await DriveFixture.AssertToldAsync(user, 1, 0, 1);
    }

    [Fact]
    public async Task What_cannot_be_imported_is_told_with_its_reason_and_the_rest_goes_on()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        Drive.Add("good.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        Drive.Add("fake.pdf", "application/pdf", "no PDF at all"u8.ToArray(), folder);
        Drive.Add("large.txt", "text/plain", new byte[11 * 1024 * 1024], folder);
        Drive.Add("photo.jpg", "image/jpeg", [1, 2, 3], folder);
        Drive.AddFolder("inner", folder);
        var locked = Drive.Add("locked.txt", "text/plain", "locked"u8.ToArray(), folder);
        Drive.Change(locked, file => file with { CanDownload = false });
        var vanishing = Drive.Add("vanishing.txt", "text/plain", "gone"u8.ToArray(), folder);
        fixture.Google.Trouble = request =>
        {
            if (request.Path.Value!.EndsWith(vanishing, StringComparison.Ordinal))
                Drive.Remove(vanishing);
            return Task.FromResult<Trouble?>(null);
        };
        var id = await DriveFixture.SetUpAsync(user, folder);

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((1L, 5L, 4L), (sync.Number("total_files_synced"), sync.Number("total_files_processed"), sync.Number("total_files_failed")));
        var outcomes = await DriveFixture.OutcomesAsync(user, id);
        Assert.Equal(("imported", null), outcomes["good.txt"]);
        Assert.Equal("refused", outcomes["fake.pdf"].Outcome);
        Assert.Equal(("refused", "The file is larger than 10 MB."), outcomes["large.txt"]);
        Assert.Equal("skipped", outcomes["photo.jpg"].Outcome);
        Assert.Equal("skipped", outcomes["inner"].Outcome);
        Assert.Equal(("failed", "Google Drive does not allow this file to be downloaded."), outcomes["locked.txt"]);
        Assert.Equal(("failed", "This file was removed from Google Drive before it could be fetched."), outcomes["vanishing.txt"]);
        Assert.All(outcomes.Where(file => file.Key != "good.txt"), file => Assert.NotNull(file.Value.Reason));
        await DriveFixture.AssertToldAsync(user, 1);

        Drive.Change(locked, file => file with { CanDownload = true, Content = SampleResumes.Text(Person.Next()).Content });
        await DriveFixture.SyncAsync(user, id);
        await DriveFixture.AssertToldAsync(user, 1, 1);
    }

    [Fact]
    public async Task A_retry_of_what_failed_is_told_as_a_bulk_upload_and_counts_nothing_as_new_again()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        Drive.Add("good.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        Drive.Add("nobody.txt", "text/plain", BadFiles.Nobody.Content, folder);
        var id = await DriveFixture.SetUpAsync(user, folder);
        await DriveFixture.SyncAsync(user, id);
        var batch = Assert.Single((await user.GetAsync("/api/resumes/batches")).Json.Items("batches")).Id("batch_id");

        var answer = await user.PostAsync($"/api/resumes/batches/{batch}/retry-failed");

        Assert.Equal(1, answer.Json.Number("retried"));
        var told = Assert.Single(await Eventually.GetAsync(
            () => user.NotificationsAsync("limit=100&type=bulk_upload_completed"), all => all.Count > 0));
        Assert.Equal((batch, 1L, 1L), (told.Field("data").Id("batch_id"), told.Field("data").Number("successful"), told.Field("data").Number("failed")));
        await DriveFixture.AssertToldAsync(user, 1);
        var sync = (await user.GetAsync($"/api/google-drive/syncs/{id}")).Json;
        Assert.Equal((1L, 1L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
    }

    [Fact]
    public async Task A_folder_of_several_pages_is_imported_by_one_run()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        for (var i = 0; i < 10; i++)
            Drive.Add($"{i}.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);

        var sync = await DriveFixture.SyncAsync(user, await DriveFixture.SetUpAsync(user, folder));

        Assert.Equal(10L, sync.Number("total_files_synced"));
        await DriveFixture.AssertToldAsync(user, 10);
    }

    [Fact]
    public async Task A_folder_with_more_files_than_a_turn_takes_is_one_run_and_told_once_whatever_fails_in_front()
    {
        await using var server = await HotGigsServer.StartAsync(
            new Dictionary<string, string?>(DriveFixture.Hasty.Concat(fixture.Google.Settings)) { ["GoogleDrive:MaxFilesPerRun"] = "4" });
        using var user = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        for (var i = 0; i < 5; i++)
            Drive.Change(Drive.Add($"locked-{i}.txt", "text/plain", "locked"u8.ToArray(), folder), file => file with { CanDownload = false });
        for (var i = 0; i < 6; i++)
            Drive.Add($"{i}.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        var id = await DriveFixture.SetUpAsync(user, folder);

        var sync = await DriveFixture.SyncAsync(user, id);

        Assert.Equal((6L, 5L), (sync.Number("total_files_synced"), sync.Number("total_files_failed")));
        await DriveFixture.AssertToldAsync(user, 6);
        Assert.Single((await user.GetAsync("/api/resumes/batches")).Json.Items("batches"));
    }

    [Fact]
    public async Task Asking_again_while_it_runs_starts_nothing()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        var held = new TaskCompletionSource();
        var file = Drive.Add("a.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        fixture.Google.Trouble = async request =>
        {
            if (request.Path.Value!.EndsWith(file, StringComparison.Ordinal))
                await held.Task;
            return null;
        };
        var id = await DriveFixture.SetUpAsync(user, folder);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => user.PostAsync($"/api/google-drive/syncs/{id}/sync")));
        await Eventually.GetAsync(() => user.GetAsync($"/api/google-drive/syncs/{id}/run"), answer => answer.Json.Text("state") == "fetching");
        var late = await user.PostAsync($"/api/google-drive/syncs/{id}/sync");
        held.SetResult();
        await DriveFixture.EndOfRunAsync(user, id);

        Assert.All(answers.Append(late), answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        await DriveFixture.AssertToldAsync(user, 1);
        Assert.Single(await user.NotificationsAsync());
    }

    [Fact]
    public async Task A_sync_that_is_deleted_while_it_runs_stops_and_what_it_took_in_stays()
    {
        using var user = await fixture.RecruiterAsync();
        await DriveFixture.ConnectAsync(user);
        var folder = Drive.AddFolder();
        for (var i = 0; i < 9; i++)
            Drive.Add($"{i}.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        var (held, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        var lists = 0;
        fixture.Google.Trouble = async request =>
        {
            if (request.Path == "/drive/v3/files" && Interlocked.Increment(ref lists) == 2)
            {
                reached.SetResult();
                await held.Task;
            }

            return null;
        };
        var id = await DriveFixture.SetUpAsync(user, folder);
        await user.PostAsync($"/api/google-drive/syncs/{id}/sync");
        await reached.Task;

        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync($"/api/google-drive/syncs/{id}")).Status);
        Problem.AssertIs(await user.GetAsync($"/api/google-drive/syncs/{id}"), HttpStatusCode.NotFound, "not_found");
        held.SetResult();

        await DriveFixture.AssertToldAsync(user, 3);
        Assert.Equal(3, (await user.GetAsync("/api/resumes/candidates")).Json.Items().Count);
        // The folder is free for another one at once.
        await DriveFixture.SetUpAsync(user, folder);
    }
}
