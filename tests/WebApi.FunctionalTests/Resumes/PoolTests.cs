using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>Candidates whom every recruiter sees and none has. Apart from the other tests, whose recruiters would be told of them.</summary>
public sealed class PoolTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    [Fact]
    public async Task A_candidates_own_resume_is_told_to_them_and_to_all_recruiters()
    {
        using var candidate = await fixture.CandidateAsync();
        using var first = await fixture.RecruiterAsync();
        using var second = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var status = await ImportFixture.ImportAsync(candidate, SampleResumes.Text(Person.Next()));

        foreach (var recruiter in (TestUser[])[first, second])
        {
            Assert.Equal(["candidate_added"], await ImportFixture.ToldAsync(recruiter, 1));
            Assert.Equal("application", (await recruiter.NotificationsAsync())[0].Field("data").Text("source"));
            var profile = (await recruiter.GetAsync($"/api/resumes/candidates/{status.Id("candidate_id")}")).Json;
            Assert.Equal(candidate.Id, profile.Text("user_id"));
            Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/api/resumes/{status.Id("resume_id")}/data")).Status);
        }

        Assert.Equal(["resume_completed"], await ImportFixture.ToldAsync(candidate, 1));
        Assert.Empty(await admin.NotificationsAsync());
    }

    [Fact]
    public async Task An_admins_upload_is_told_to_them_and_to_all_recruiters()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();
        await ImportFixture.ImportAsync(admin, SampleResumes.Text(Person.Next()));

        Assert.Equal(["candidate_added"], await ImportFixture.ToldAsync(recruiter, 1));
        Assert.Equal(["resume_completed"], await ImportFixture.ToldAsync(admin, 1));
        Assert.Empty(await candidate.NotificationsAsync());
        Assert.Empty((await candidate.GetAsync("/api/resumes/candidates")).Json.Items());
    }

    [Fact]
    public async Task A_candidate_who_uploads_again_stays_one()
    {
        using var candidate = await fixture.CandidateAsync();
        var first = await ImportFixture.ImportAsync(candidate, SampleResumes.Text(Person.Next()));
        var second = await ImportFixture.ImportAsync(candidate, SampleResumes.Text(Person.Next()));
        Assert.Equal(first.Id("candidate_id"), second.Id("candidate_id"));
    }
}
