namespace HotGigs.Client.Tests;

/// <summary>How the client stays connected, and notices that it is not.</summary>
public sealed class LivenessTests : IAsyncLifetime
{
    private FakeServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_ping_goes_out_as_often_as_the_server_asks_and_a_silent_server_is_dead()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        var start = follower.Clock.GetUtcNow();
        for (var count = 1; count <= 3; count++)
        {
            var ping = await follower.PassTimeUntilAsync(peer.ReceiveAsync("ping"));
            Assert.True(follower.Clock.GetUtcNow() >= start.AddSeconds(30 * count));
            await peer.AnswerAsync(ping, """ "type":"pong","epoch":"e1","seq":0 """);
            // It has read the pong when it tells what came after.
            await peer.NotifyAsync(count);
            await follower.NextAsync<NotificationReceived>();
        }

        var lost = await follower.PassTimeUntilAsync(follower.NextAsync<ClientDisconnected>());
        Assert.Equal((CloseCodes.Lost, TimeSpan.FromSeconds(3)), (lost.CloseCode, lost.RetryIn!.Value));
        await peer.GoneAsync();
    }

    [Fact]
    public async Task A_token_about_to_expire_is_replaced_on_the_connection()
    {
        var tokens = 0;
        await using var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address,
            Token = _ => ValueTask.FromResult($"token-{++tokens}"),
            Position = new FeedPosition("e1", 0),
            Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
        });
        var peer = await server.GreetAsync();
        await peer.SendAsync("""{"type":"token_expiring","expires_in":60}""");
        var refresh = await peer.ReceiveAsync("refresh_token");
        Assert.Equal("token-2", refresh.GetProperty("token").GetString());
        await peer.AnswerAsync(refresh, """ "type":"token_refreshed" """);
        await peer.NotifyAsync(1);
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<NotificationReceived>();
    }

    [Fact]
    public async Task A_server_that_does_not_take_a_new_token_is_followed_on()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        await peer.SendAsync("""{"type":"token_expiring","expires_in":60}""");
        await peer.AnswerAsync(await peer.ReceiveAsync("refresh_token"), Json.Error("unknown_type"));
        await peer.NotifyAsync(1);
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<NotificationReceived>();
    }

    [Fact]
    public async Task What_the_reader_has_taken_is_acknowledged_once_in_a_while_and_when_it_leaves()
    {
        var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        for (var seq = 1; seq <= 5; seq++)
            await peer.NotifyAsync(seq);
        await follower.UpToAsync(4);
        // The fourth is still with the reader.
        Assert.Equal(3, follower.Client.Position!.Value.Seq);
        var ack = await follower.PassTimeUntilAsync(peer.ReceiveAsync("ack"), TimeSpan.FromSeconds(0.5));
        Assert.Equal(3, ack.GetProperty("seq").GetInt64());

        await follower.NextAsync<NotificationReceived>();
        await follower.DisposeAsync();
        Assert.Equal(4, (await peer.ReceiveAsync("ack")).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Acknowledging_can_be_turned_off()
    {
        var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address, Position = new FeedPosition("e1", 0), AckInterval = Timeout.InfiniteTimeSpan,
            Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
        });
        var peer = await server.GreetAsync();
        await peer.NotifyAsync(1);
        await peer.NotifyAsync(2);
        await follower.UpToAsync(2);
        await follower.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.ReceiveAsync("ack"));
    }

    [Fact]
    public async Task A_reader_that_does_not_keep_up_holds_the_server_back_and_misses_nothing()
    {
        await using var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address, Position = new FeedPosition("e1", 0), MaxBufferedEvents = 10, MaxBufferedFrames = 10,
            Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
        });
        var peer = await server.GreetAsync();
        var padding = new string('x', 60_000);
        var sent = 0;
        async Task SendAllAsync()
        {
            for (var message = 1; message <= 1_000; message++)
            {
                await peer.SendAsync($$$"""{"type":"room_message","room":"r","data":{"n":{{{message}}},"padding":"{{{padding}}}"},"timestamp":"2026-03-01T12:00:00Z"}""");
                Volatile.Write(ref sent, message);
            }
        }

        var sending = SendAllAsync();
        await follower.NextAsync<ClientConnected>();
        for (var message = 1; message <= 1_000; message++)
        {
            // 60 MB are more than buffers and network hold: the end cannot have been sent while the beginning is read.
            if (message == 100)
                Assert.NotEqual(1_000, Volatile.Read(ref sent));
            Assert.Equal(message, (await follower.NextAsync<RoomMessageReceived>()).Data.GetProperty("n").GetInt32());
        }

        await sending;
    }
}
