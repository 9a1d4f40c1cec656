using System.Net;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>Many resumes in one upload: each is judged by itself, and their end is told once.</summary>
public sealed class BulkUploadTests(BulkFixture fixture) : IClassFixture<BulkFixture>
{
    [Fact]
    public async Task Files_and_archives_are_imported_together_and_told_of_once()
    {
        using var recruiter = await fixture.RecruiterAsync();
        Person[] people = [Person.Next(), Person.Next(), Person.Next(), Person.Next()];
        var zip = Archives.Of(
            ("team/Ada.pdf", SampleResumes.Pdf(people[0]).Content),
            ("../../etc/Grace.docx", SampleResumes.Docx(people[1]).Content),
            ("__MACOSX/._Ada.pdf", [0, 5, 22, 7]),
            ("photo.png", BadFiles.Image.Content));
        var answer = await recruiter.UploadManyAsync(
            [SampleResumes.Text(people[2], "Edsger.txt"), Zip("team.zip", zip), BadFiles.Image, SampleResumes.Docx(people[3], "Edsger.txt.docx")]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("batch_id files message status total_files", answer.Json.Names());
        Assert.Equal(("uploaded", 6), (answer.Json.Text("status"), (int)answer.Json.Number("total_files")));
        Assert.Equal(
            ["Edsger.txt", "Ada.pdf", "Grace.docx", "photo.png", "photo.png", "Edsger.txt.docx"],
            answer.Json.Items("files").Select(file => file.Text("filename")));
        Assert.Equal([false, false, false, true, true, false], answer.Json.Items("files").Select(file => file.IsNull("resume_id")));
        Assert.All(answer.Json.Items("files"), file => Assert.NotEqual(file.IsNull("resume_id"), file.IsNull("error")));

        var end = await recruiter.EndOfBatchAsync(answer.Json.Id("batch_id"));
        Assert.Equal((6, 6, 4, 2), CountsOf(end));
        Assert.Equal(
            answer.Json.Items("files").Select(file => file.Text("filename")), end.Items("files").Select(file => file.Text("filename")));
        Assert.All(end.Items("files").Where(file => !file.IsNull("resume_id")), file =>
            Assert.Equal(("completed", 100), (file.Text("status"), (int)file.Number("progress_percentage"))));

        var told = Assert.Single(await recruiter.NotificationsAsync());
        Assert.Equal("Bulk upload completed: 4/6 successful", told.Text("message"));
        Assert.Equal((6, 4, 2), ((int)told.Field("data").Number("total_files"), (int)told.Field("data").Number("successful"), (int)told.Field("data").Number("failed")));
        foreach (var person in people)
        {
            var found = (await recruiter.GetAsync($"/api/resumes/candidates?search={person.Email}")).Json.Items();
            Assert.Equal("bulk_upload", Assert.Single(found).Text("source"));
        }
    }

    [Theory]
    [InlineData("file")]
    [InlineData("files")]
    [InlineData("files[]")]
    public async Task The_files_may_be_in_any_of_these_fields(string field)
    {
        using var admin = await fixture.AdminAsync();
        var answer = await admin.UploadManyAsync([SampleResumes.Text(Person.Next())], field);

        Assert.Equal((1, 1, 1, 0), CountsOf(await admin.EndOfBatchAsync(answer.Json.Id("batch_id"))));
    }

    [Fact]
    public async Task Where_nothing_can_be_imported_the_batch_ends_at_once_with_a_reason_for_each()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var answer = await recruiter.UploadManyAsync([BadFiles.Image, BadFiles.Empty, BadFiles.OldWord]);

        Assert.Equal((HttpStatusCode.OK, "completed"), (answer.Status, answer.Json.Text("status")));
        Assert.All(answer.Json.Items("files"), file => Assert.NotEmpty(file.Text("error")!));
        var end = await recruiter.EndOfBatchAsync(answer.Json.Id("batch_id"));
        Assert.Equal((3, 3, 0, 3), CountsOf(end));
        Assert.All(end.Items("files"), file => Assert.Equal("failed", file.Text("status")));
        Assert.Equal(["Bulk upload completed: 0/3 successful"], await recruiter.EndsToldAsync(answer.Json.Id("batch_id")));
        Assert.Equal(0, await RetryAsync(recruiter, answer.Json.Id("batch_id")));
    }

    [Fact]
    public async Task A_spoiled_archive_does_not_keep_the_others_out()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var good = SampleResumes.Text(Person.Next(), "good.txt");
        var pair = Archives.Of(("one.pdf", SampleResumes.Pdf(Person.Next()).Content), ("two.pdf", SampleResumes.Pdf(Person.Next()).Content));
        var bomb = Archives.Of(("small.txt", good.Content), ("bomb.txt", new byte[9 << 20]), ("bomb2.txt", new byte[9 << 20]));
        var files = (await recruiter.UploadManyAsync(
        [
            Zip("damaged.zip", Archives.Damaged(pair, "one.pdf")),
            Zip("locked.zip", Archives.Encrypted(pair, "two.pdf")),
            Zip("cut.zip", Archives.WithoutDirectory(pair)),
            Zip("empty.zip", Archives.Of(("folder/", Array.Empty<byte>()))),
            Zip("nested.zip", Archives.Of(("inner.zip", pair))),
            Zip("bomb.zip", bomb),
            good,
        ])).Json.Items("files");

        Assert.Equal(
            [
                ("one.pdf", "damaged"), ("two.pdf", null), ("one.pdf", null), ("two.pdf", "password"), ("cut.zip", "damaged"),
                ("empty.zip", "holds no files"), ("inner.zip", "zip archive"), ("bomb.zip", "expands"), ("good.txt", null),
            ],
            files.Select(file => (file.Text("filename"), file.IsNull("error") ? null : KeywordIn(file.Text("error")!))));
    }

    [Fact]
    public async Task A_retry_processes_what_failed_once_more_and_is_told_of_again()
    {
        using var recruiter = await fixture.RecruiterAsync();
        Person[] people = [Person.Next(), Person.Next(), Person.Next()];
        fixture.Unreadable[people[1].FullName] = true;
        await using var socket = await recruiter.ConnectAsync();
        var batchId = await recruiter.UploadedManyAsync([.. people.Select(person => SampleResumes.Text(person)), BadFiles.Image]);
        var end = await recruiter.EndOfBatchAsync(batchId);
        Assert.Equal((4, 4, 2, 2), CountsOf(end));
        Assert.Equal("This document cannot be read right now.", end.Items("files")[1].Text("error"));
        await socket.AskAsync(new { type = "watch_resume", resume_id = end.Items("files")[1].Id("resume_id") }, "watching");

        fixture.Unreadable.Clear();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => recruiter.PostAsync($"/api/resumes/batches/{batchId}/retry-failed")));

        Assert.Equal(1, clicks.Where(click => click.Status == HttpStatusCode.Accepted).Sum(click => click.Json.Number("retried")));
        Assert.All(clicks.Where(click => click.Status != HttpStatusCode.Accepted), click => Problem.AssertIs(click, HttpStatusCode.Conflict, "conflict"));
        end = await recruiter.EndOfBatchAsync(batchId, rounds: 2);
        Assert.Equal((4, 4, 3, 1), CountsOf(end));
        Assert.Equal(
            ["Bulk upload completed: 3/4 successful", "Bulk upload completed: 2/4 successful"], await recruiter.EndsToldAsync(batchId));
        await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "completed");
        Assert.Contains(await socket.SettledAsync("resume_progress"), frame =>
            frame.Field("data").Number("progress") == 0 && frame.Field("data").IsNull("error"));
    }

    [Fact]
    public async Task Whoever_watches_a_batch_sees_it_move_to_its_end()
    {
        using var recruiter = await fixture.RecruiterAsync();
        await using var socket = await recruiter.ConnectAsync();
        var batchId = await recruiter.UploadedManyAsync([.. Enumerable.Range(0, 10).Select(_ => SampleResumes.Pdf(Person.Next()))]);
        await socket.AskAsync(new { type = "watch_resume", resume_id = batchId }, "watching");
        var last = (await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "completed")).Field("data");

        Assert.Equal(
            "batch_id current_step error failed processed progress resume_id status successful total_files", last.Names());
        Assert.Equal((batchId, batchId, 100, "10 of 10 files"), (last.Id("resume_id"), last.Id("batch_id"), (int)last.Number("progress"), last.Text("current_step")));
        var seen = (await socket.SettledAsync("resume_progress")).Select(frame => frame.Field("data").Number("processed")).ToList();
        Assert.Equal(seen.Distinct().Order(), seen);
        await recruiter.EndOfBatchAsync(batchId);

        using var stranger = await fixture.RecruiterAsync();
        await using var foreign = await stranger.ConnectAsync();
        var refused = await foreign.AskAsync(new { type = "watch_resume", resume_id = batchId }, "error");
        var missing = await foreign.AskAsync(new { type = "watch_resume", resume_id = Guid.CreateVersion7() }, "error");
        Assert.Equal(missing.Text("message"), refused.Text("message"));
    }

    [Fact]
    public async Task A_batch_is_for_its_owner_and_for_admins()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var stranger = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var batchId = await recruiter.UploadedManyAsync(SampleResumes.Text(Person.Next()));
        await recruiter.EndOfBatchAsync(batchId);

        Problem.AssertIs(await stranger.GetAsync($"/api/resumes/batches/{batchId}"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await stranger.PostAsync($"/api/resumes/batches/{batchId}/retry-failed"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/batches/{Guid.CreateVersion7()}"), HttpStatusCode.NotFound, "not_found");
        Assert.Equal(batchId, (await admin.BatchAsync(batchId)).Id("batch_id"));
        Assert.Empty((await stranger.GetAsync("/api/resumes/batches")).Json.Items("batches"));
    }

    [Fact]
    public async Task A_page_that_was_reloaded_finds_its_batches_again()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Insert(0, await recruiter.UploadedManyAsync(BadFiles.Image));

        var first = (await recruiter.GetAsync("/api/resumes/batches?limit=2")).Json;
        var rest = (await recruiter.GetAsync($"/api/resumes/batches?limit=2&cursor={first.Text("next_cursor")}")).Json;

        Assert.Equal(ids, first.Items("batches").Concat(rest.Items("batches")).Select(batch => batch.Id("batch_id")));
        Assert.True(rest.IsNull("next_cursor"));
        Problem.AssertNames(await recruiter.GetAsync("/api/resumes/batches?limit=101"), "limit");
        Problem.AssertNames(await recruiter.GetAsync("/api/resumes/batches?cursor=nonsense"), "cursor");
    }

    private static SampleFile Zip(string name, byte[] content) => new(name, "application/zip", content);

    private static (int Total, int Processed, int Successful, int Failed) CountsOf(JsonElement batch) =>
        ((int)batch.Number("total_files"), (int)batch.Number("processed"), (int)batch.Number("successful"), (int)batch.Number("failed"));

    private static async Task<long> RetryAsync(TestUser user, Guid batchId)
    {
        var answer = await user.PostAsync($"/api/resumes/batches/{batchId}/retry-failed");
        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        return answer.Json.Number("retried");
    }

    private static string KeywordIn(string error) =>
        new[] { "damaged", "password", "holds no files", "zip archive", "expands" }.First(word => error.Contains(word, StringComparison.Ordinal));
}
