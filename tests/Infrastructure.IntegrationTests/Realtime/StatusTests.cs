using System.Diagnostics;
using System.Globalization;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>What <c>/ws/status</c> tells an admin.</summary>
public sealed class StatusTests
{
    private const int Connections = 10_000;

    [Fact]
    public async Task It_is_complete_with_10000_connections_and_holds_up_nobody_who_joins()
    {
        await using var server = await HotGigsServer.StartAsync();
        using var admin = await TestUser.SignInAsync(server, "boss", "admin");
        var registry = server.Services.GetRequiredService<ConnectionRegistry>();
        var clock = server.Services.GetRequiredService<TimeProvider>();
        var options = new RealtimeOptions();
        var metrics = server.Services.GetRequiredService<RealtimeMetrics>();
        var silent = Enumerable.Range(0, Connections).Select(i => new SilentConnection($"user-{i}", options, metrics, clock)).ToList();
        var resume = Guid.CreateVersion7(clock.GetUtcNow());
        foreach (var (i, one) in silent.Index())
        {
            Assert.True(registry.TryAdd(one.Connection, out _));
            Assert.True(registry.TryJoin(one.Connection, "recruiters"));
            Assert.True(registry.TryJoin(one.Connection, string.Create(CultureInfo.InvariantCulture, $"candidate:{i % 500}")));
            Assert.True(registry.TryWatch(one.Connection, resume, out _, out _));
        }

        // Somebody comes and goes the whole time.
        using var done = new CancellationTokenSource();
        var moving = Task.Run(() =>
        {
            for (var i = 0; !done.IsCancellationRequested; i = (i + 1) % Connections)
            {
                registry.Leave(silent[i].Connection, "recruiters");
                registry.TryJoin(silent[i].Connection, "recruiters");
            }
        });
        var answers = new List<Answer>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10; i++)
            answers.Add(await admin.GetAsync("/ws/status"));
        TestContext.Current.SendDiagnosticMessage(
            $"/ws/status with {Connections} connections: {Stopwatch.GetElapsedTime(started).TotalMilliseconds / answers.Count:F1} ms each");
        await done.CancelAsync();
        await moving;

        Assert.All(answers, answer =>
        {
            Assert.Equal(Connections, answer.Json.Number("active_connections"));
            Assert.Equal(Connections, answer.Json.Items("active_users").Select(id => id.GetString()).Distinct().Count());
            Assert.InRange(answer.Json.Field("rooms").Number("recruiters"), Connections - 1, Connections);
        });
        var last = (await admin.GetAsync("/ws/status")).Json;
        Assert.Equal(Connections, last.Field("rooms").Number("recruiters"));
        Assert.Equal(20, last.Field("rooms").Number("candidate:499"));
        Assert.Equal(Connections, last.Field("resume_watchers").Number($"{resume}"));
        var node = last.Field("node");
        Assert.Equal((Connections, 501, Connections), (node.Number("users"), node.Number("rooms"), node.Number("watchers")));

        foreach (var one in silent)
        {
            registry.Remove(one.Connection);
            one.Dispose();
        }

        Assert.Equal(Connections, (await admin.GetAsync("/ws/status")).Json.Field("node").Field("closed").Number("1006"));
    }

    [Fact]
    public async Task The_node_counts_what_came_what_waits_and_how_it_ended()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxConnectionsPerUser"] = "1" });
        var start = host.Clock.GetUtcNow();
        using (var client = await host.ConnectAsync())
        {
            using var second = await host.OpenAsync();
            Assert.Equal(4409, await second.ReceiveCloseAsync());
            await client.CloseAsync();
        }

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "closed");
        using (var client = await host.ConnectAsync())
            client.Socket.Abort();
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "broken off");
        using var waiting = SilentConnection.Of(host, "bob");
        waiting.Connection.Enqueue(Infrastructure.Realtime.Frames.MembershipFrames.LeftRoom("recruiters", default));
        host.Clock.Advance(TimeSpan.FromMilliseconds(61_500));

        var node = host.Status.TakeSnapshot().Node;

        Assert.Equal((start, 61), (node.StartedAt, node.Uptime));
        Assert.Equal((3, 1, 1), (node.Accepted, node.Users, node.QueuedFrames));
        Assert.True(node.QueuedBytes > 20);
        Assert.Equal([(1000, 1), (1006, 1), (4409, 1)], node.Closed.Select(one => (one.Key, one.Value)));
        Assert.False(node.Draining);
    }
}
