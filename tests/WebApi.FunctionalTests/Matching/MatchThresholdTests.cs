using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>The thresholds are configuration; what other programs report keeps its own.</summary>
public sealed class MatchThresholdTests
{
    [Fact]
    public async Task Matches_are_told_from_the_configured_score_on()
    {
        await using var server = await HotGigsServer.StartAsync(new Dictionary<string, string?>
        {
            ["Matching:NotifyScore"] = "50",
            ["Matching:KeepScore"] = "45",
        });
        using var recruiter = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        using var service = await TestUser.SignInAsync(server, "service", "service");
        await recruiter.PostedAsync(Recruiting.Engineer());
        await recruiter.ImportedAsync(Recruiting.Resume(Person.Next(), "C#", "Docker"));

        Assert.Contains("New 50% match found", Assert.Single(await recruiter.ToldMatchesAsync(1)), StringComparison.Ordinal);

        await service.PostAsync("/api/events", new
        {
            specversion = "1.0",
            id = "match-1",
            source = "https://matcher.example.com/",
            type = "ai.hotgigs.match.found",
            data = new { user_id = recruiter.Id, match_id = Guid.CreateVersion7(), match_score = 79, job_title = "Tester" },
        });
        Assert.Single(await recruiter.ToldMatchesAsync());
    }
}
