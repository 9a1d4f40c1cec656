using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>A client that stops reading on the real server: it alone is cut off, and recovers whole.</summary>
public sealed class SlowReaderTests
{
    private const int Notifications = 60;

    [Fact]
    public async Task Who_stops_reading_is_cut_off_delays_nobody_and_recovers_everything()
    {
        // Few frames may wait, and the system takes in little for who does not read.
        await using var server = await HotGigsServer.StartAsync(new Dictionary<string, string?>
        {
            ["Realtime:MaxQueuedFrames"] = "40",
            ["Realtime:MaxQueuedBytes"] = "100000000",
            // However long this takes here, it is to read its close.
            ["Realtime:CloseTimeout"] = "00:01:00",
            ["Realtime:SendTimeout"] = "00:10:00",
        });
        using var slow = await ConnectAsync(server, "slow", receiveBuffer: 2048);
        using var reader = await ConnectAsync(server, "reader");
        var registry = server.Services.GetRequiredService<ConnectionRegistry>();
        var connection = registry.Users.Of("slow")[0];

        // More than the network takes in, though less than it may leave unread. From here on it does not read.
        for (var i = 0; i < 30; i++)
            connection.Enqueue(MembershipFrames.JoinedRoom(new string('x', 500_000), default));
        for (var i = 1; i <= Notifications; i++)
        {
            // The producer is done with both although one of them reads nothing, and the other has its own at once.
            await ShareAsync(server, "slow", i);
            await ShareAsync(server, "reader", i);
            Assert.Equal(i, (await NextAsync(reader, "notification")).GetProperty("seq").GetInt64());
        }

        Assert.Equal(CloseCode.TooSlow, connection.ClosedWith);
        Assert.True(connection.Queued.Frames <= 1, "Nothing is kept for it but the reason.");
        var rest = await slow.ReadToEndAsync();
        Assert.Equal(4440, rest[^1].CloseCode);
        Assert.DoesNotContain(rest.SkipLast(1), frame => frame.Opcode == 8);

        using var again = await RawSocket.OpenAsync(AddressOf(server, "slow"));
        var connected = JsonElement.Parse((await again.ReceiveAsync()).Payload);
        Assert.Equal(Notifications, connected.GetProperty("seq").GetInt64());
        await again.SendAsync(RawFrame.OfText($$"""{"type":"sync","since":0,"epoch":"{{connected.GetProperty("epoch").GetString()}}"}"""));
        var sync = await NextAsync(again, "sync_result");
        Assert.True(sync.GetProperty("recovered").GetBoolean());
        Assert.False(sync.GetProperty("more").GetBoolean());
        Assert.Equal(
            Enumerable.Range(1, Notifications).Select(i => (long)i),
            sync.GetProperty("notifications").EnumerateArray().Select(each => each.GetProperty("changed_seq").GetInt64()));
        await ShareAsync(server, "slow", Notifications + 1);
        Assert.Equal(Notifications + 1, (await NextAsync(again, "notification")).GetProperty("seq").GetInt64());
        Assert.Empty(server.Log.Errors.Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task The_memory_that_slow_readers_hold_comes_back()
    {
        await using var host = await RealtimeHost.StartAsync();
        var frames = await StallAsync(host);
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "all have ended");
        var status = host.Status.TakeSnapshot().Node;

        await Eventually.TrueAsync(
            () =>
            {
                GC.Collect();
                return frames.All(frame => !frame.IsAlive);
            },
            text: "no frame is held any more");
        Assert.Equal((0, 0), (status.QueuedFrames, status.QueuedBytes));
    }

    private static async Task<List<WeakReference>> StallAsync(RealtimeHost host)
    {
        var frames = new List<WeakReference>();
        var clients = new List<RawSocket>();
        for (var i = 0; i < 10; i++)
            clients.Add(await RawSocket.ConnectAsync(host, receiveBuffer: 2048));
        foreach (var connection in host.Registry.Users.All)
            Stall(connection, frames);
        foreach (var client in clients)
            client.Reset();
        return frames;
    }

    private static void Stall(ClientConnection connection, List<WeakReference> frames)
    {
        while (!connection.IsClosing)
        {
            var frame = MembershipFrames.JoinedRoom(new string('x', 20_000), default);
            frames.Add(new WeakReference(frame));
            connection.Enqueue(frame);
        }
    }

    private static async Task ShareAsync(HotGigsServer server, string user, int number)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new NotifyCandidateShared(user, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), $"Candidate {number}", "Sam Sharer", null, null));
    }

    private static Uri AddressOf(HotGigsServer server, string user) =>
        new(server.Address, $"/ws/connect?token={Tokens.Create(user, "recruiter")}");

    private static async Task<RawSocket> ConnectAsync(HotGigsServer server, string user, int? receiveBuffer = null)
    {
        var socket = await RawSocket.OpenAsync(AddressOf(server, user), receiveBuffer: receiveBuffer);
        await NextAsync(socket, "connected");
        return socket;
    }

    private static async Task<JsonElement> NextAsync(RawSocket socket, string type) =>
        JsonElement.Parse((await socket.ExpectMessageAsync(type)).Payload);
}
