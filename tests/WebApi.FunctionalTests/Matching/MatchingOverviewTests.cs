using System.Net;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>What a recruiter looks at in the morning: the matches of all open jobs summed up.</summary>
public sealed class MatchingOverviewTests : IAsyncLifetime
{
    private readonly ServerFixture fixture = new();

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Matches_are_counted_by_job_and_by_tens_of_score_what_is_most_worth_a_look_first()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var none = await PostAsync(recruiter, "None", "Rust", "Haskell", "Erlang");
        var medium = await PostAsync(recruiter, "Medium", "C#", "Docker", "Rust");
        var high = await PostAsync(recruiter, "High", "C#", "Docker");
        await recruiter.MatchAsync(candidateId, high, score: 100);
        await recruiter.MatchAsync(candidateId, medium, score: 67);

        var overview = await OverviewAsync(recruiter);

        Assert.Equal((3, 2, 1, 1, 1, 100), (
            overview.Number("total_jobs"), overview.Number("total_matches"), overview.Number("high_matches"),
            overview.Number("medium_matches"), overview.Number("new_high_matches"), overview.Number("top_match_score")));
        Assert.Equal(
            "0-9:0 10-19:0 20-29:0 30-39:0 40-49:0 50-59:0 60-69:1 70-79:0 80-89:0 90-100:1",
            string.Join(' ', overview.Items("scores").Select(range => $"{range.Number("from")}-{range.Number("to")}:{range.Number("count")}")));
        Assert.Equal([high, medium, none], overview.Items("jobs").Select(job => job.Id("job_id")));
        Assert.Equal(
            ["High open 1 1 0 1 100", "Medium open 1 0 1 0 67", "None open 0 0 0 0 0"],
            overview.Items("jobs").Select(job => string.Join(' ', new object?[]
            {
                job.Text("job_title"), job.Text("job_status"), job.Number("total_matches"), job.Number("high_matches"),
                job.Number("medium_matches"), job.Number("new_high_matches"), job.Number("top_match_score"),
            })));
    }

    [Fact]
    public async Task Newest_high_matches_come_before_those_that_were_looked_at()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        var matches = new List<Guid>();
        for (var i = 0; i < 3; i++)
            matches.Add((await recruiter.MatchAsync(await recruiter.ImportedAsync(SampleResumes.Text(Person.Next())), jobId)).Id("match_id"));

        await recruiter.PutAsync($"/api/matching/matches/{matches[2]}/viewed");

        var overview = await OverviewAsync(recruiter);
        Assert.Equal([matches[1], matches[0], matches[2]], Newest(overview));
        Assert.Equal((3, 2), (overview.Number("high_matches"), overview.Number("new_high_matches")));
    }

    [Fact]
    public async Task A_recruiter_learns_nothing_of_candidates_whom_they_may_not_see()
    {
        using var owner = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        using var candidate = await fixture.CandidateAsync();
        var jobId = await other.PostedAsync(Recruiting.Engineer());
        var owned = await owner.ImportedAsync(SampleResumes.Text(Person.Next()));
        var pooled = await candidate.ImportedAsync(SampleResumes.Text(Person.Next()));
        var match = await owner.MatchAsync(owned, jobId);
        var shared = await owner.MatchAsync(pooled, jobId);

        foreach (var query in new[] { "", $"?job_id={jobId}" })
        {
            foreach (var user in new[] { owner, admin })
                Assert.Equal((2, 2, 2, 2), await SeenAsync(user, query));
            Assert.Equal((1, 1, 1, 1), await SeenAsync(other, query));
            Assert.Equal([shared.Id("match_id")], Newest(await OverviewAsync(other, query)));
        }

        await admin.PostAsync("/api/resumes/admin/candidates/share", new { candidate_ids = (Guid[])[owned], recruiter_ids = (string[])[other.Id] });
        Assert.Equal((2, 2, 2, 2), await SeenAsync(other, ""));
        Assert.Contains(match.Id("match_id"), Newest(await OverviewAsync(other)));
    }

    [Fact]
    public async Task One_job_is_summed_up_alone_and_though_it_is_closed()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var closed = await PostAsync(recruiter, "Closed", "C#", "Docker");
        var open = await PostAsync(recruiter, "Open", "C#", "Docker");
        await recruiter.MatchAsync(candidateId, closed);
        await recruiter.MatchAsync(candidateId, open);
        await recruiter.PutAsync($"/api/jobs/{closed}", new { status = "closed" });

        var all = await OverviewAsync(recruiter);
        Assert.Equal((1, 1), (all.Number("total_jobs"), all.Number("total_matches")));
        Assert.Equal(open, Assert.Single(all.Items("jobs")).Id("job_id"));
        Assert.Equal(open, Assert.Single(all.Items("newest_high_matches")).Id("job_id"));

        var one = await OverviewAsync(recruiter, $"?job_id={closed}");
        Assert.Equal((1, 1, "closed"), (one.Number("total_jobs"), one.Number("total_matches"), Assert.Single(one.Items("jobs")).Text("job_status")));
        Assert.Equal(closed, Assert.Single(one.Items("newest_high_matches")).Id("job_id"));
    }

    [Fact]
    public async Task Without_a_job_or_a_match_all_is_zero_and_others_than_recruiters_and_admins_are_refused()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();

        var none = await OverviewAsync(recruiter);
        Assert.Equal((0, 0, 0), (none.Number("total_jobs"), none.Number("total_matches"), none.Number("top_match_score")));
        Assert.Equal((10, 0, 0), (none.Items("scores").Count, none.Items("jobs").Count, none.Items("newest_high_matches").Count));

        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync("/api/matching/overview")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync($"/api/matching/overview?job_id={Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.GetAsync("/api/matching/overview?job_id=1")).Status);
    }

    private static Task<Guid> PostAsync(TestUser recruiter, string title, params string[] skills) =>
        recruiter.PostedAsync(new { title, company_name = "Acme", required_skills = skills });

    private static async Task<JsonElement> OverviewAsync(TestUser user, string query = "") =>
        (await user.GetAsync($"/api/matching/overview{query}")).Json;

    private static IEnumerable<Guid> Newest(JsonElement overview) => overview.Items("newest_high_matches").Select(match => match.Id("match_id"));

    /// <summary>In how many places each match shows that a user sees.</summary>
    private static async Task<(long Total, long OfJobs, long OfScores, long Listed)> SeenAsync(TestUser user, string query)
    {
        var overview = await OverviewAsync(user, query);
        return (
            overview.Number("total_matches"),
            overview.Items("jobs").Sum(job => job.Number("total_matches")),
            overview.Items("scores").Sum(range => range.Number("count")),
            overview.Items("newest_high_matches").Count);
    }
}
