using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>What a rolling restart does to a server: SIGTERM, while its clients are connected and things happen.</summary>
public sealed class DrainTests
{
    private const int Clients = 50;
    private const int Announcements = 6;

    private static readonly Dictionary<string, string?> Settings = new()
    {
        // Longer than the test waits for the end: it comes because everyone has left.
        ["Realtime:DrainNotice"] = "00:02:00",
        ["Realtime:DrainSpread"] = "00:00:50",
    };

    [Fact]
    public async Task Clients_are_sent_away_spread_out_and_miss_nothing()
    {
        using var data = new TemporaryFolder();
        await using var server = await HotGigsProcess.StartAsync(data.Path, Settings);
        using var admin = await TestUser.SignInAsync(server, "boss", "admin");
        var users = new List<TestUser>();
        var sockets = new List<TestSocket>();
        for (var i = 0; i < Clients; i++)
        {
            users.Add(await TestUser.SignInAsync(server, $"rita-{i}", "recruiter"));
            sockets.Add(await users[i].ConnectAsync());
        }

        await server.TerminateAsync();
        var delays = await Task.WhenAll(sockets.Select(async socket => (await socket.NextAsync("reconnect")).Number("after_ms")));
        for (var i = 0; i < Announcements; i++)
        {
            var answer = await admin.PostAsync("/api/rooms/recruiters/broadcast", new { title = $"News {i}", message = "m", persist = true });
            Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        }

        await AssertTakesNobodyAsync(server, users[0].Token);
        // What a client still confirms is kept, though it may be written after the last one has left.
        foreach (var socket in sockets)
        {
            var last = (await socket.NextAsync("notification", frame => frame.Number("seq") == Announcements)).Number("seq");
            await socket.SendAsync(new { type = "ack", seq = last });
            await socket.SettledAsync();
        }

        Assert.Equal(Enumerable.Range(0, Clients).Select(i => (long)i), delays.Order().Select(delay => delay / 1_000));
        foreach (var socket in sockets)
        {
            Assert.Equal(
                Enumerable.Range(1, Announcements).Select(seq => (long)seq),
                socket.Frames.Where(frame => frame.Text("type") == "notification").Select(frame => frame.Number("seq")));
            await socket.DisposeAsync();
        }

        Assert.Equal(0, await server.ExitCodeAsync());
        await AssertStoredAsync(data.Path);
        users.ForEach(user => user.Dispose());
    }

    [Fact]
    public async Task In_Development_nobody_waits_for_clients_to_leave()
    {
        using var data = new TemporaryFolder();
        await using var server = await HotGigsProcess.StartAsync(data.Path);
        using var user = await TestUser.SignInAsync(server, "rita", "recruiter");
        await using var socket = await user.ConnectAsync();

        await server.TerminateAsync();

        Assert.Equal(0, (await socket.NextAsync("reconnect")).Number("after_ms"));
        Assert.Equal(1001, (await socket.ClosedAsync()).Code);
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    private static async Task AssertTakesNobodyAsync(HotGigsProcess server, string token)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.ReadinessAsync());
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/ws/connect?token={token}"), CancellationToken.None));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, socket.HttpStatusCode);
        Assert.Equal(["5"], socket.HttpResponseHeaders!["Retry-After"]);
    }

    private static async Task AssertStoredAsync(string data)
    {
        await using var next = await HotGigsProcess.StartAsync(data);
        using var rita = await TestUser.SignInAsync(next, "rita-7", "recruiter");
        var list = await rita.NotificationsAsync();
        Assert.Equal(Announcements, list.Count);
        using var admin = await TestUser.SignInAsync(next, "boss", "admin");
        foreach (var notification in list)
        {
            var trace = (await rita.GetAsync($"/api/notifications/{notification.Id("id")}/trace")).Json;
            Assert.Contains(trace.Items("attempts"), attempt => IsDelivered(attempt));
        }
    }

    private static bool IsDelivered(JsonElement attempt) => attempt.Text("outcome") == "delivered";
}
