using HotGigs.Client;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using HotGigs.WebApi.FunctionalTests.Events;

namespace HotGigs.WebApi.FunctionalTests.Client;

/// <summary>A server that is killed while it tells, and comes back: the client ends with each change once and in order.</summary>
public sealed class KilledServerTests
{
    private const int Kills = 3;
    private const int EventsBetween = 40;
    private const int SeenBeforeKill = 10;

    [Fact]
    public async Task Nothing_is_lost_doubled_or_out_of_order()
    {
        using var data = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["Realtime:ReconnectDelay"] = "00:00:00.2", ["Realtime:MaxReconnectAttempts"] = "20" };
        var server = await HotGigsProcess.StartAsync(data.Path, settings);
        using (await TestUser.SignInAsync(server, "rosa", "recruiter"))
        {
            // The server knows whom it tells.
        }

        // The next server must be found where this one was.
        settings["urls"] = server.Address.ToString();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var client = HotGigsClient.Start(new()
        {
            Server = server.Address,
            Token = _ => ValueTask.FromResult(Tokens.Create("rosa", "recruiter")),
        });
        var reading = ReadAsync(client, limit.Token);

        for (var kill = 0; kill < Kills; kill++)
        {
            var told = client.Position?.Seq ?? 0;
            var reporting = ReportAsync(server);
            await Eventually.TrueAsync(() => client.Position is { } position && position.Seq >= told + SeenBeforeKill);
            await server.KillAsync();
            await reporting;
            await server.DisposeAsync();
            server = await HotGigsProcess.StartAsync(data.Path, settings);
        }

        using var rosa = await TestUser.SignInAsync(server, "rosa", "recruiter");
        var end = (await rosa.GetAsync("/api/notifications?limit=1")).Json.Number("seq");
        await Eventually.TrueAsync(() => client is { IsConnected: true, Position: { } position } && position.Seq >= end);
        await client.DisposeAsync();
        var (all, connections) = await reading;

        Assert.Equal(Enumerable.Range(1, (int)end).Select(seq => (long)seq), all);
        Assert.Equal(Kills + 1, connections);
        await server.DisposeAsync();
    }

    /// <summary>Reports events until all are stored or the server is gone.</summary>
    private static async Task ReportAsync(HotGigsProcess server)
    {
        using var producer = TestUser.WithToken(server, "importer", Tokens.Create("importer", "service"));
        try
        {
            for (var number = 0; number < EventsBetween; number++)
            {
                Producer.AssertApplied(
                    await producer.ReportAsync(Producer.Event("match.found", new
                    {
                        user_id = "rosa", match_id = Guid.CreateVersion7(), match_score = 90, job_title = "Engineer", candidate_name = "Jane Doe",
                    })),
                    accepted: 1);
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task<(List<long> Told, int Connections)> ReadAsync(HotGigsClient client, CancellationToken cancellationToken)
    {
        var told = new List<long>();
        var connections = 0;
        await foreach (var happened in client.ReadEventsAsync(cancellationToken))
        {
            switch (happened)
            {
                case ClientConnected:
                    connections++;
                    break;
                case FeedReset reset:
                    Assert.True(reset.Position.Seq == 0, "It started over.");
                    break;
                case FeedSynced page:
                    told.AddRange(page.Notifications.Select(one => one.ChangedSeq));
                    break;
                case FeedEvent change:
                    told.Add(change.Position.Seq);
                    break;
            }
        }

        return (told, connections);
    }
}
