using System.Net.WebSockets;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class LivenessTests
{
    [Fact]
    public async Task A_client_that_is_silent_for_75_seconds_is_closed_with_4408()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var silent = await host.ConnectAsync();
        using var lively = await host.ConnectAsync("bob");

        host.Clock.Advance(TimeSpan.FromSeconds(74));
        await lively.ExpectNothingAsync();
        Assert.Equal(2, host.Registry.Count);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4408, await silent.ReceiveCloseAsync());
        await lively.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_connection_outlives_its_token_by_25_seconds_and_is_closed_with_4401()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddSeconds(30));
        Assert.Equal("token_expiring", (await client.ReceiveAsync()).GetProperty("type").GetString());

        host.Clock.Advance(TimeSpan.FromSeconds(54));
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4401, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_answer_the_close_is_aborted_after_5_seconds()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(75));
        await Eventually.TrueAsync(() => host.Registry.Users.All.Single().IsClosing, text: "closing");
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "aborted");
    }

    [Fact]
    public async Task A_client_that_does_not_answer_the_close_does_not_hold_up_a_stopping_server()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        var stopping = host.StopAsync();
        await Eventually.TrueAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return stopping.IsCompleted;
            },
            text: "stopped");
        await stopping;
    }

    [Fact]
    public async Task A_client_whose_network_does_not_answer_a_ping_within_20_seconds_is_aborted()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:KeepAliveInterval"] = "00:00:30" });
        // Answers pings by itself whenever it reads.
        using var alive = await host.ConnectAsync("bob");
        using var dead = await host.ConnectAsync();
        var answering = alive.ReceiveAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var bob = host.Registry.Users.All.Single(connection => connection.User.Id == "bob");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => bob.HasAnsweredPing, text: "bob answered");
        host.Clock.Advance(TimeSpan.FromSeconds(20));

        await Eventually.TrueAsync(() => host.Registry.Count == 1, text: "the dead one aborted");
        Assert.Same(bob, host.Registry.Users.All.Single());
        await alive.SendAsync("""{"type":"ping"}""");
        Assert.Equal("pong", (await answering).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_client_that_stops_reading_is_given_up_and_delays_nobody()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var stalled = await host.ConnectAsync();
        using var reader = await host.ConnectAsync("bob");
        var connections = host.Registry.Users.All.ToArray();
        var connection = connections.Single(connection => connection.User.Id == "ann");
        var frame = MembershipFrames.JoinedRoom(new string('x', 30_000), default);

        // Until the buffers of the network are full and then the queue: every call returns at once, whatever happens.
        var sent = 0;
        while (!connection.IsClosing)
        {
            foreach (var each in connections)
                each.Enqueue(frame);
            Assert.True(++sent < 10_000, "The queue has no bound.");
            Assert.Equal("joined_room", (await reader.ReceiveAsync()).GetProperty("type").GetString());
        }

        await reader.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.TrueAsync(() => host.Registry.Count == 1, text: "aborted");
        await reader.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_client_that_was_too_slow_and_reads_on_learns_why()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        var connection = host.Registry.Users.All.Single();
        var frame = MembershipFrames.JoinedRoom(new string('x', 30_000), default);

        while (!connection.IsClosing)
            connection.Enqueue(frame);

        Assert.Equal(4440, await client.ReceiveCloseAsync());
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "ended");
    }

    [Fact]
    public async Task A_write_that_stands_still_for_10_seconds_aborts_the_connection()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxQueuedBytes"] = "1000000000" });
        using var client = await host.ConnectAsync();
        var connection = host.Registry.Users.All.Single();
        var frame = MembershipFrames.JoinedRoom(new string('x', 1_000_000), default);

        for (var i = 0; i < 100; i++)
            connection.Enqueue(frame);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return host.Registry.Count == 0;
            },
            text: "aborted");
        Assert.False(connection.ClosedWith is Infrastructure.Realtime.CloseCode.TooSlow);
        Assert.Equal(WebSocketState.Open, client.Socket.State);
    }
}
