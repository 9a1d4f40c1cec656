using System.Collections.Concurrent;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Client;

/// <summary>What the documentation of the .NET client shows is what compiles and runs.</summary>
public sealed class ExampleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_example_prints_what_happens()
    {
        using var user = await fixture.RecruiterAsync();
        var resumeId = await user.UploadedAsync(SampleResumes.Text(Person.Next()));
        var printed = new ConcurrentQueue<string>();
        using var enough = new CancellationTokenSource();
        var running = Example.RunAsync(
            fixture.Server.Address, _ => ValueTask.FromResult(user.Token), resumeId, printed.Enqueue, enough.Token);

        await Eventually.TrueAsync(() => printed.Contains("100 % Completed") && printed.Contains("Read the list: GET /api/notifications"));
        await fixture.SendAsync(new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Jane Doe", "Sam Sharer", null, null));
        await Eventually.TrueAsync(() => printed.Contains("Candidate Shared With You: Sam Sharer shared candidate Jane Doe with you"));
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void The_example_is_the_one_in_the_documentation()
    {
        const string Indent = "        ";
        var lines = Read("tests/WebApi.FunctionalTests/Client/Example.cs").Split('\n').SkipWhile(line => !line.Contains("await using", StringComparison.Ordinal));
        var code = lines.TakeWhile(line => line != "    }").Select(line => line[Indent.Length..]);

        Assert.Contains($"```csharp\n{string.Join('\n', code)}\n```", Read("docs/dotnet-client.md"), StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(ServerSettings.WebApiFolder, "../..", path));
}
