using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>Who hears of a match, when, and how often. Each test has a server of its own: every job there is concerns every candidate.</summary>
public sealed class MatchFoundTests : IAsyncLifetime
{
    private readonly ServerFixture fixture = new();

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_resume_that_is_imported_after_a_job_was_posted_is_told_live_to_who_has_the_candidate()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        await using var socket = await recruiter.ConnectAsync();
        var jobId = await admin.PostedAsync(Recruiting.Engineer());
        var person = Person.Next();
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Pdf(person));

        var data = (await socket.NextAsync("notification", frame => frame.Text("notification_type") == "match_found")).Field("data");

        var match = await recruiter.MatchAsync(candidateId, jobId);
        Assert.Equal(
            ("New Candidate Match Found", $"New 100% match found: {person.FullName} for Backend Engineer", "Backend Engineer", person.FullName, 100),
            (data.Text("title"), data.Text("message"), data.Text("job_title"), data.Text("candidate_name"), data.Number("match_score")));
        Assert.Equal((match.Id("match_id"), $"/matches/{match.Id("match_id")}"), (data.Id("match_id"), data.Text("action_url")));
    }

    [Fact]
    public async Task A_job_that_is_posted_after_the_import_is_told_live_as_well_to_whoever_posted_it_if_they_see_the_candidate()
    {
        using var owner = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        using var other = await fixture.RecruiterAsync();
        await using var socket = await owner.ConnectAsync();
        var person = Person.Next();
        await owner.ImportedAsync(SampleResumes.Text(person));

        await admin.PostedAsync(Recruiting.Engineer());
        await socket.NextAsync("notification", frame => frame.Text("notification_type") == "match_found");
        await other.PostedAsync(Recruiting.Engineer());

        var message = $"New 100% match found: {person.FullName} for Backend Engineer";
        Assert.Equal([message, message], await owner.ToldMatchesAsync(2));
        Assert.Equal([message], await admin.ToldMatchesAsync(1));
        Assert.Empty(await other.ToldMatchesAsync());
    }

    [Fact]
    public async Task A_candidate_who_is_a_user_is_told_of_the_job_and_the_recruiter_who_posted_it_of_them()
    {
        using var poster = await fixture.RecruiterAsync();
        using var bystander = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();
        await poster.PostedAsync(Recruiting.Engineer());
        var person = Person.Next();
        await candidate.ImportedAsync(SampleResumes.Text(person));

        Assert.Equal(["New 100% match found: Backend Engineer"], await candidate.ToldMatchesAsync(1));
        Assert.Equal([$"New 100% match found: {person.FullName} for Backend Engineer"], await poster.ToldMatchesAsync(1));
        Assert.Empty(await bystander.ToldMatchesAsync());
        var told = (await candidate.ToldMatchesAsync())[0];
        Assert.Equal("New Job Match Found", told.Text("title"));
        Assert.True(told.Field("data").IsNull("candidate_name"));
    }

    [Fact]
    public async Task Whoever_has_the_candidate_and_posted_the_job_is_told_once()
    {
        using var recruiter = await fixture.RecruiterAsync();
        await recruiter.PostedAsync(Recruiting.Engineer());
        await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));

        Assert.Single(await recruiter.ToldMatchesAsync(1));
    }

    [Fact]
    public async Task A_match_is_told_again_when_its_score_has_risen_by_5_and_not_when_by_4()
    {
        using var recruiter = await fixture.RecruiterAsync();
        // All required skills are 80; the preferred ones make up the rest.
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer("A", "B", "C", "D", "E"));
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        var first = await recruiter.MatchAsync(candidateId, jobId, score: 80);

        await recruiter.PutAsync($"/api/jobs/{jobId}", new { preferred_skills = (string[])["Docker", "B", "C", "D", "E"] });
        await recruiter.MatchAsync(candidateId, jobId, score: 84);
        await recruiter.PutAsync($"/api/jobs/{jobId}", new { preferred_skills = (string[])["Docker", "B", "C", "D"] });
        var second = await recruiter.MatchAsync(candidateId, jobId, score: 85);

        Assert.Equal([85, 80], (await Eventually.GetAsync(recruiter.ToldMatchesAsync, all => all.Count >= 2)).Select(one => one.Field("data").Number("match_score")));
        Assert.Equal(first.Id("match_id"), second.Id("match_id"));
    }

    [Fact]
    public async Task A_newer_resume_that_makes_a_better_match_is_told()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        var person = Person.Next();
        var candidateId = await recruiter.ImportedAsync(Recruiting.Resume(person, "C#", "Docker"));
        await recruiter.MatchAsync(candidateId, jobId, score: 50);
        Assert.Empty(await recruiter.ToldMatchesAsync());

        Assert.Equal(candidateId, await recruiter.ImportedAsync(Recruiting.Resume(person, "C#", "PostgreSQL")));

        await recruiter.MatchAsync(candidateId, jobId, score: 100);
        Assert.Single(await recruiter.ToldMatchesAsync(1));
    }

    [Fact]
    public async Task A_closed_job_is_told_to_nobody_until_it_is_opened_again()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var jobId = await recruiter.PostedAsync(Recruiting.Engineer());
        await recruiter.PutAsync($"/api/jobs/{jobId}", new { status = "closed" });
        var candidateId = await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
        Assert.Empty(await recruiter.MatchesAsync($"candidates/{candidateId}/matches?include_closed=true"));

        await recruiter.PutAsync($"/api/jobs/{jobId}", new { status = "open" });

        await recruiter.MatchAsync(candidateId, jobId, score: 100);
        Assert.Single(await recruiter.ToldMatchesAsync(1));
    }
}
