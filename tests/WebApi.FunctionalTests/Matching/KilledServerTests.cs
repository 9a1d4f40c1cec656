using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Matching;

/// <summary>A server that is killed while it compares loses no match and tells none twice.</summary>
public sealed class KilledServerTests
{
    private const int Candidates = 6;
    private const int Jobs = 8;

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Matching:PageSize"] = "1",
        ["Matching:Lease"] = "00:00:03",
        ["Matching:PollInterval"] = "00:00:00.2",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_match_is_told_once_however_the_server_dies(int seed)
    {
        using var data = new TemporaryFolder();
        var chance = new Random(seed);
        await using (var first = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            for (var number = 0; number < Candidates; number++)
                await recruiter.ImportedAsync(SampleResumes.Text(Person.Next()));
            await using var socket = await recruiter.ConnectAsync();
            for (var number = 0; number < Jobs; number++)
                await recruiter.PostedAsync(Recruiting.Engineer());
            await KillAfterAsync(first, socket, chance.Next(1, 15));
        }

        await using (var second = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(second, "recruiter", "recruiter");
            await using var socket = await recruiter.ConnectAsync();
            await KillAfterAsync(second, socket, chance.Next(1, 15));
        }

        await using var last = await HotGigsProcess.StartAsync(data.Path, Settings);
        using var owner = await TestUser.SignInAsync(last, "recruiter", "recruiter");
        var told = await Eventually.GetAsync(owner.ToldMatchesAsync, all => all.Count >= Candidates * Jobs);
        await owner.ImportedAsync(Recruiting.Resume(Person.Next(), "Nursing"));

        Assert.Equal(Candidates * Jobs, told.Select(one => one.Field("data").Id("match_id")).Distinct().Count());
        Assert.Equal(Candidates * Jobs, (await owner.ToldMatchesAsync()).Count);
    }

    private static async Task KillAfterAsync(HotGigsProcess server, TestSocket socket, int told)
    {
        for (; told > 0; told--)
            await socket.NextAsync("notification", frame => frame.Text("notification_type") == "match_found");
        await server.KillAsync();
    }
}
