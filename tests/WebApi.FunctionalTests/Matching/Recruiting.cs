using System.Text;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>What recruiters do with jobs and matches, in a word each.</summary>
internal static class Recruiting
{
    /// <summary>Fits everyone of <see cref="SampleResumes"/> by 100.</summary>
    public static object Engineer(params string[] preferredSkills) => new
    {
        title = "Backend Engineer",
        company_name = "Acme",
        location = "Remote",
        required_skills = (string[])["c sharp", "Postgres"],
        preferred_skills = preferredSkills,
    };

    /// <summary>A resume with just these skills.</summary>
    public static SampleFile Resume(Person person, params string[] skills) => new(
        "resume.txt",
        "text/plain",
        Encoding.UTF8.GetBytes($"{person.FullName}\n{Person.Title}\n{person.Email} | {Person.Phone} | {Person.Location}\n\nSkills\n{string.Join(", ", skills)}\n"));

    public static async Task<Guid> PostedAsync(this TestUser recruiter, object job)
    {
        var answer = await recruiter.PostAsync("/api/jobs", job);
        return answer.Json.TryGetProperty("job_id", out var id)
            ? id.GetGuid()
            : throw new InvalidOperationException($"The job was refused: {answer}");
    }

    /// <summary>Imports a resume to its end.</summary>
    /// <returns>The candidate's id.</returns>
    public static async Task<Guid> ImportedAsync(this TestUser user, SampleFile file)
    {
        var end = await user.EndOfImportAsync(await user.UploadedAsync(file));
        Assert.Equal("completed", end.Text("status"));
        return end.Id("candidate_id");
    }

    public static async Task<IReadOnlyList<JsonElement>> MatchesAsync(this TestUser user, string path) =>
        (await user.GetAsync($"/api/matching/{path}")).Json.Items("matches");

    /// <summary>The match of a pair, once its score is the one wanted.</summary>
    public static async Task<JsonElement> MatchAsync(this TestUser user, Guid candidateId, Guid jobId, int? score = null)
    {
        var matches = await Eventually.GetAsync(
            () => user.MatchesAsync($"candidates/{candidateId}/matches?limit=100"),
            all => all.Any(match => match.Id("job_id") == jobId && (score is null || match.Number("match_score") == score)));
        return matches.Single(match => match.Id("job_id") == jobId);
    }

    /// <summary>What a user has been told of matches, newest first.</summary>
    public static Task<IReadOnlyList<JsonElement>> ToldMatchesAsync(this TestUser user) => user.NotificationsAsync("limit=100&type=match_found");

    /// <summary>The messages of what a user has been told of matches, once there are so many.</summary>
    public static async Task<IReadOnlyList<string?>> ToldMatchesAsync(this TestUser user, int count) =>
        [.. (await Eventually.GetAsync(user.ToldMatchesAsync, all => all.Count >= count)).Select(one => one.Text("message"))];
}
