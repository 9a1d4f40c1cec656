using System.Net;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>Matches as recruiters and candidates see them.</summary>
public sealed class MatchListTests : IAsyncLifetime
{
    private readonly ServerFixture fixture = new();

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_match_says_how_it_came_about()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(new
        {
            title = "Backend Engineer",
            company_name = "Acme",
            location = "Munich, Germany",
            required_skills = (string[])["c sharp", "k8s"],
            preferred_skills = (string[])["ReactJS"],
            years_of_experience = 3,
            education = "master",
        });
        var person = Person.Next();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(person));

        var match = await recruiter.MatchAsync(candidateId, jobId);

        // Half of the required skills and all preferred ones; enough years; a bachelor's for a master's; the same country.
        Assert.Equal((60, 100, 67, 60), (
            match.Number("skill_match_score"), match.Number("experience_match_score"), match.Number("education_match_score"), match.Number("location_match_score")));
        Assert.Equal(71, match.Number("match_score"));
        Assert.Equal(["c sharp", "ReactJS"], match.Items("matching_skills").Select(skill => skill.GetString()));
        Assert.Equal(["k8s"], match.Items("missing_skills").Select(skill => skill.GetString()));
        Assert.Equal(
            (person.FullName, Person.Title, Person.Location, "Backend Engineer", "Acme", "open", false),
            (match.Text("candidate_name"), match.Text("candidate_title"), match.Text("candidate_location"), match.Text("job_title"),
                match.Text("company_name"), match.Text("job_status"), match.Flag("viewed_by_recruiter")));
        Assert.StartsWith("Has 1 of 2 required skills and 1 of 1 preferred skills; lacks k8s.", match.Text("match_explanation"), StringComparison.Ordinal);
        Assert.EndsWith("Lives in Berlin, Germany, in the same country as Munich, Germany.", match.Text("match_explanation"), StringComparison.Ordinal);
        Assert.Equal(match.ToString(), (await recruiter.GetAsync($"/api/matching/matches/{match.Id("match_id")}")).Json.ToString());
    }

    [Fact]
    public async Task A_candidates_matches_are_paged_highest_first_with_total_and_top_of_all()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        foreach (var missing in (string[][])[["Rust", "Go"], [], ["Rust"]])
            await recruiter.PostedAsync(new { title = $"{missing.Length} missing", company_name = "Acme", required_skills = (string[])["C#", "Docker", .. missing] });
        await Eventually.GetAsync(() => recruiter.MatchesAsync($"candidates/{candidateId}/matches"), all => all.Count == 3);

        Assert.Equal((3, 100, "100 67 50"), await ListAsync(""));
        Assert.Equal((3, 100, "67"), await ListAsync("?skip=1&limit=1"));
        Assert.Equal((2, 100, "100 67"), await ListAsync("?min_score=60"));
        foreach (var query in new[] { "limit=0", "limit=101", "skip=-1", "min_score=-1", "min_score=101", "min_score=high", "include_closed=perhaps" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.GetAsync($"/api/matching/candidates/{candidateId}/matches?{query}")).Status);

        async Task<(long Total, long Top, string Scores)> ListAsync(string query)
        {
            var list = (await recruiter.GetAsync($"/api/matching/candidates/{candidateId}/matches{query}")).Json;
            return (list.Number("total_matches"), list.Number("top_match_score"), string.Join(' ', list.Items("matches").Select(match => match.Number("match_score"))));
        }
    }

    [Fact]
    public async Task Matches_with_closed_jobs_are_left_out_of_a_candidates_list_unless_asked_for_and_stay_in_the_jobs()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        await recruiter.MatchAsync(candidateId, jobId);

        await recruiter.PutAsync($"/api/jobs/{jobId}", new { status = "closed" });

        var none = (await recruiter.GetAsync($"/api/matching/candidates/{candidateId}/matches")).Json;
        Assert.Equal((0, 0, 0), (none.Number("total_matches"), none.Number("top_match_score"), none.Items("matches").Count));
        Assert.Equal("closed", Assert.Single(await recruiter.MatchesAsync($"candidates/{candidateId}/matches?include_closed=true")).Text("job_status"));
        Assert.Single(await recruiter.MatchesAsync($"jobs/{jobId}/matches"));
        Assert.Equal(0, (await StatsAsync(recruiter, "candidate", candidateId)).Number("total_matches"));
        Assert.Equal(1, (await StatsAsync(recruiter, "job", jobId)).Number("total_matches"));
    }

    [Fact]
    public async Task A_recruiter_sees_of_a_jobs_matches_those_with_candidates_they_may_see()
    {
        using var owner = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        using var candidate = await fixture.CandidateAsync();
        var jobId = await other.PostedAsync(Recruiting.Engineer());
        var owned = await owner.ImportedAsync(SampleResumes.Text(Person.Next()));
        var pooled = await candidate.ImportedAsync(SampleResumes.Text(Person.Next()));
        var match = await owner.MatchAsync(owned, jobId);

        Assert.Equal(2, (await owner.MatchesAsync($"jobs/{jobId}/matches")).Count);
        Assert.Equal(2, (await admin.MatchesAsync($"jobs/{jobId}/matches")).Count);
        Assert.Equal(pooled, Assert.Single(await other.MatchesAsync($"jobs/{jobId}/matches")).Id("candidate_id"));
        Assert.Equal((2, 1), ((await StatsAsync(owner, "job", jobId)).Number("total_matches"), (await StatsAsync(other, "job", jobId)).Number("total_matches")));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/matching/candidates/{owned}/matches")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/matching/stats/candidate/{owned}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/matching/matches/{match.Id("match_id")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync($"/api/matching/matches/{match.Id("match_id")}/viewed")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/matching/candidates/{owned}/rematch")).Status);
    }

    [Fact]
    public async Task Candidates_see_their_own_matches_and_nothing_else()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();
        using var stranger = await fixture.CandidateAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        var candidateId = await candidate.ImportedAsync(SampleResumes.Text(Person.Next()));
        var match = await candidate.MatchAsync(candidateId, jobId);
        var path = $"/api/matching/matches/{match.Id("match_id")}";

        Assert.Equal(HttpStatusCode.OK, (await candidate.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await candidate.GetAsync($"/api/matching/stats/candidate/{candidateId}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.PutAsync($"{path}/viewed")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.PostAsync($"/api/matching/candidates/{candidateId}/rematch")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync($"/api/matching/jobs/{jobId}/matches")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync($"/api/matching/stats/job/{jobId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/matching/candidates/{candidateId}/matches")).Status);
    }

    [Fact]
    public async Task A_match_that_any_recruiter_has_looked_at_is_viewed_and_stays_so()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer("A"));
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var path = $"/api/matching/matches/{(await recruiter.MatchAsync(candidateId, jobId)).Id("match_id")}";

        Assert.True((await recruiter.PutAsync($"{path}/viewed")).Json.Flag("viewed_by_recruiter"));
        Assert.True((await recruiter.PutAsync($"{path}/viewed")).Json.Flag("viewed_by_recruiter"));
        await recruiter.PutAsync($"/api/jobs/{jobId}", new { preferred_skills = (string[])[] });

        Assert.True((await recruiter.MatchAsync(candidateId, jobId, score: 100)).Flag("viewed_by_recruiter"));
    }

    [Fact]
    public async Task Stats_count_high_and_medium_matches_and_say_what_share_is_high()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        Assert.Equal("""{"total_matches":0,"high_matches":0,"medium_matches":0,"match_rate":0}""", (await StatsAsync(recruiter, "candidate", candidateId)).ToString());
        foreach (var missing in (string[][])[["Rust", "Go"], [], ["Rust"]])
            await recruiter.PostedAsync(new { title = "Job", company_name = "Acme", required_skills = (string[])["C#", "Docker", .. missing] });
        await Eventually.GetAsync(() => recruiter.MatchesAsync($"candidates/{candidateId}/matches"), all => all.Count == 3);

        Assert.Equal(
            """{"total_matches":3,"high_matches":1,"medium_matches":1,"match_rate":33.3}""", (await StatsAsync(recruiter, "candidate", candidateId)).ToString());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var nobody = Guid.CreateVersion7();

        foreach (var path in new[] { $"candidates/{nobody}/matches", $"jobs/{nobody}/matches", $"matches/{nobody}", $"stats/candidate/{nobody}", $"stats/job/{nobody}" })
            Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync($"/api/matching/{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.PostAsync($"/api/matching/jobs/{nobody}/rematch")).Status);
    }

    [Fact]
    public async Task Rematching_is_queued_with_force_or_without_and_refused_for_a_closed_job()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));

        foreach (var path in new[] { $"jobs/{jobId}", $"candidates/{candidateId}" })
        {
            var forced = await recruiter.PostAsync($"/api/matching/{path}/rematch", new { force = true });
            Assert.Equal((HttpStatusCode.Accepted, """{"queued":true,"force":true}"""), (forced.Status, forced.Json.ToString()));
            Assert.Equal("""{"queued":true,"force":false}""", (await recruiter.PostAsync($"/api/matching/{path}/rematch")).Json.ToString());
        }

        Assert.Single(await recruiter.ToldMatchesAsync(1));
        await recruiter.PutAsync($"/api/jobs/{jobId}", new { status = "closed" });
        Assert.Equal(HttpStatusCode.Conflict, (await recruiter.PostAsync($"/api/matching/jobs/{jobId}/rematch")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.PostAsync($"/api/matching/jobs/{jobId}/rematch", """{"force":"yes"}""")).Status);
    }

    private static async Task<JsonElement> StatsAsync(TestUser user, string subject, Guid id) =>
        (await user.GetAsync($"/api/matching/stats/{subject}/{id}")).Json;
}
