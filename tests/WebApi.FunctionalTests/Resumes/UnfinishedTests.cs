using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>What a second device of a user finds of the imports that the first one began.</summary>
public sealed class UnfinishedTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    [Fact]
    public async Task A_resume_is_listed_from_its_upload_until_it_is_a_candidate()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var parser = new TaskCompletionSource();
        fixture.Pace(recruiter, progress => progress.Percentage == 20 ? parser.Task : Task.CompletedTask);
        var id = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next(), "jane.txt"));

        var running = await Eventually.GetAsync(
            () => ListAsync(recruiter), list => list.Any(one => one.Number("progress_percentage") == 20));
        Assert.Equal((id, "jane.txt", "processing"), (running[0].Id("resume_id"), running[0].Text("filename"), running[0].Text("status")));
        using var another = await fixture.RecruiterAsync();
        Assert.Empty(await ListAsync(another));

        parser.SetResult();
        await recruiter.EndOfImportAsync(id);
        Assert.Empty(await ListAsync(recruiter));
    }

    [Fact]
    public async Task One_that_failed_stays_listed_with_its_reason_and_those_of_a_batch_are_told_with_the_batch()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var batch = (await recruiter.UploadManyAsync([BadFiles.TruncatedPdf, SampleResumes.Text(Person.Next())])).Json;
        await recruiter.EndOfBatchAsync(batch.Id("batch_id"));
        var id = await recruiter.UploadedAsync(BadFiles.TruncatedPdf);
        await recruiter.EndOfImportAsync(id);

        var failed = Assert.Single(await ListAsync(recruiter));
        Assert.Equal((id, "failed"), (failed.Id("resume_id"), failed.Text("status")));
        Assert.Contains("damaged", failed.Text("error_message"), StringComparison.Ordinal);
        Assert.False(failed.IsNull("processing_completed_at"));
    }

    [Fact]
    public async Task Pages_follow_each_other_from_the_latest_to_the_first_and_a_cursor_is_its_users_own()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var uploaded = new List<Guid>();
        for (var n = 0; n < 5; n++)
        {
            uploaded.Add(await recruiter.UploadedAsync(BadFiles.TruncatedPdf));
            await recruiter.EndOfImportAsync(uploaded[^1]);
        }

        var (listed, cursor) = (new List<Guid>(), "");
        do
        {
            var page = (await recruiter.GetAsync($"/api/resumes/unfinished?limit=2{cursor}")).Json;
            listed.AddRange(page.Items("resumes").Select(one => one.Id("resume_id")));
            cursor = page.IsNull("next_cursor") ? "" : $"&cursor={page.Text("next_cursor")}";
        }
        while (cursor.Length > 0 && listed.Count < 10);

        Assert.Equal(uploaded.AsEnumerable().Reverse(), listed);
        using var another = await fixture.RecruiterAsync();
        var first = (await recruiter.GetAsync("/api/resumes/unfinished?limit=1")).Json.Text("next_cursor");
        Problem.AssertNames(await another.GetAsync($"/api/resumes/unfinished?cursor={first}"), "cursor");
        Problem.AssertNames(await another.GetAsync("/api/resumes/unfinished?limit=0"), "limit");
    }

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(TestUser user) =>
        (await user.GetAsync("/api/resumes/unfinished")).Json.Items("resumes");
}
