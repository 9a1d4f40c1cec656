using System.Net;
using HotGigs.Application.Resumes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>Another try for a resume that failed.</summary>
public sealed class RetryTests(BulkFixture fixture) : IClassFixture<BulkFixture>
{
    [Fact]
    public async Task A_failed_resume_that_is_retried_five_times_at_once_is_imported_once_and_whoever_watches_sees_it()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var id = await FailedAsync(recruiter);
        await using var socket = await recruiter.ConnectAsync();
        await socket.AskAsync(new { type = "watch_resume", resume_id = id }, "watching");
        await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "failed");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RetryAsync(recruiter, id)));

        var accepted = Assert.Single(clicks, click => click.Status == HttpStatusCode.Accepted).Json;
        Assert.Equal((id, "uploaded", 0), (accepted.Id("resume_id"), accepted.Text("status"), (int)accepted.Number("progress_percentage")));
        Assert.True(accepted.IsNull("error_message"));
        Assert.All(clicks.Where(click => click.Status != HttpStatusCode.Accepted), click => Problem.AssertIs(click, HttpStatusCode.Conflict, "conflict"));
        await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "completed");
        var seen = (await socket.SettledAsync("resume_progress")).Select(frame => frame.Field("data").Number("progress")).SkipWhile(one => one > 0).ToList();
        Assert.Equal((0, 100), (seen[0], seen[^1]));
        Assert.Equal(seen.Order(), seen);
        var told = await Eventually.GetAsync(() => recruiter.NotificationsAsync(), all => all.Count >= 2);
        Assert.Equal(["candidate_added", "resume_completed"], told.Select(one => one.Text("type")).Order());
        Problem.AssertIs(await RetryAsync(recruiter, id), HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_retry_that_fails_again_says_why_and_can_be_retried_again()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var id = await recruiter.UploadedAsync(BadFiles.TruncatedPdf);
        await recruiter.EndOfImportAsync(id);
        for (var n = 0; n < 2; n++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await RetryAsync(recruiter, id)).Status);
            var end = await recruiter.EndOfImportAsync(id);
            Assert.Equal("failed", end.Text("status"));
            Assert.Contains("damaged", end.Text("error_message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_its_uploader_can_retry_it_and_nobody_else_learns_that_it_is_there()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var stranger = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var id = await FailedAsync(recruiter);

        var missing = await RetryAsync(stranger, Guid.CreateVersion7());
        Problem.AssertIs(missing, HttpStatusCode.NotFound, "not_found");
        foreach (var other in new[] { stranger, admin })
        {
            var refused = await RetryAsync(other, id);
            Problem.AssertIs(refused, HttpStatusCode.NotFound, "not_found");
            Assert.Equal(missing.Json.Text("detail"), refused.Json.Text("detail"));
        }

        Assert.Equal("failed", (await recruiter.EndOfImportAsync(id)).Text("status"));
    }

    [Fact]
    public async Task What_has_no_document_here_or_came_in_a_batch_is_not_retried_by_itself()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var id = await FailedAsync(recruiter);
        var resume = await fixture.Server.Services.GetRequiredService<IResumeStore>().FindAsync(id, TestContext.Current.CancellationToken);
        fixture.Server.Services.GetRequiredService<IResumeFiles>().Delete(resume!.StorageKey);
        await AssertRefusedAsync(id, "Upload it again");

        var batch = await recruiter.UploadedManyAsync(BadFiles.TruncatedPdf);
        var file = (await recruiter.EndOfBatchAsync(batch)).Items("files")[0];
        await AssertRefusedAsync(file.Id("resume_id"), "batch");

        async Task AssertRefusedAsync(Guid resumeId, string why)
        {
            var refused = await RetryAsync(recruiter, resumeId);
            Problem.AssertIs(refused, HttpStatusCode.Conflict, "conflict");
            Assert.Contains(why, refused.Json.Text("detail"), StringComparison.Ordinal);
        }
    }

    private static Task<Answer> RetryAsync(TestUser user, Guid id) => user.PostAsync($"/api/resumes/{id}/retry");

    /// <summary>A good resume that failed because of the parser, which is well again.</summary>
    private async Task<Guid> FailedAsync(TestUser user)
    {
        var person = Person.Next();
        fixture.Unreadable[person.FullName] = true;
        var id = await user.UploadedAsync(SampleResumes.Text(person));
        Assert.Equal("failed", (await user.EndOfImportAsync(id)).Text("status"));
        fixture.Unreadable.TryRemove(person.FullName, out _);
        return id;
    }
}
