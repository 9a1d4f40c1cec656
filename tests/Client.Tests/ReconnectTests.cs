using System.Net;

namespace HotGigs.Client.Tests;

/// <summary>When the client comes back, when it waits, and when it stops.</summary>
public sealed class ReconnectTests : IAsyncLifetime
{
    private FakeServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_lost_connection_comes_back_and_goes_on_where_it_was()
    {
        await using var follower = Follower.Start(server);
        var first = await server.GreetAsync();
        await first.NotifyAsync(1);
        Assert.Equal([0L, 1], await follower.UpToAsync(1));
        first.Abort();
        var lost = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal((CloseCodes.Lost, TimeSpan.FromSeconds(3)), (lost.CloseCode, lost.RetryIn!.Value));
        Assert.False(follower.Client.IsConnected);

        follower.Clock.Advance(lost.RetryIn.Value);
        var second = await server.GreetAsync("e1", 3);
        await second.AnswerSyncAsync(since => Json.Page(since, 3));
        Assert.Equal([2L, 3], await follower.UpToAsync(3));
        Assert.True(follower.Client.IsConnected);
    }

    [Fact]
    public async Task Tries_are_further_and_further_apart_and_end_visibly_until_someone_asks()
    {
        server.Refusal = HttpStatusCode.BadGateway;
        await using var follower = Follower.Start(server);
        var delays = new List<double?>();
        ClientDisconnected refused;
        do
        {
            refused = await follower.NextAsync<ClientDisconnected>();
            delays.Add(refused.RetryIn?.TotalSeconds);
            follower.Clock.Advance(refused.RetryIn ?? TimeSpan.FromDays(1));
        }
        while (refused.RetryIn is not null);
        Assert.Equal([3, 6, 12, 24, 48, null], delays);
        Assert.Equal(HttpStatusCode.BadGateway, Assert.IsType<HotGigsRefusedException>(refused.Error).Status);
        Assert.Equal(6, server.Handshakes);

        server.Refusal = null;
        follower.Client.Reconnect();
        await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
    }

    [Fact]
    public async Task A_try_can_be_brought_forward()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        peer.Abort();
        await follower.NextAsync<ClientDisconnected>();
        follower.Client.Reconnect();
        await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
    }

    [Fact]
    public async Task The_server_advises_how_far_tries_are_apart_and_how_many_there_are()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.AcceptAsync();
        await peer.SendAsync("""{"type":"connected","user_id":"ann","epoch":"e1","seq":0,"reconnect":{"base_delay_ms":100,"max_attempts":1}}""");
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        server.Refusal = HttpStatusCode.BadGateway;
        peer.Abort();
        Assert.Equal(TimeSpan.FromMilliseconds(100), (await follower.NextAsync<ClientDisconnected>()).RetryIn);
        follower.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Null((await follower.NextAsync<ClientDisconnected>()).RetryIn);
    }

    [Fact]
    public async Task A_draining_server_says_when_to_come_back()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await peer.SendAsync("""{"type":"reconnect","after_ms":17250}""");
        await peer.CloseAsync(CloseCodes.GoingAway, "Bye");
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        var gone = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal((CloseCodes.GoingAway, "Bye", TimeSpan.FromMilliseconds(17250)), (gone.CloseCode, gone.Reason, gone.RetryIn!.Value));
    }

    [Fact]
    public async Task It_stays_with_a_draining_server_until_its_moment_and_then_leaves_by_itself()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        await peer.SendAsync("""{"type":"reconnect","after_ms":2000}""");
        await peer.NotifyAsync(1);
        Assert.Equal([1L], await follower.UpToAsync(1));

        var gone = await follower.PassTimeUntilAsync(follower.NextAsync<ClientDisconnected>());
        Assert.Equal((CloseCodes.GoingAway, TimeSpan.Zero), (gone.CloseCode, gone.RetryIn!.Value));
        await server.GreetAsync("e1", 1);
        await follower.NextAsync<ClientConnected>();
    }

    [Theory]
    [InlineData(CloseCodes.Malformed)]
    [InlineData(CloseCodes.Forbidden)]
    [InlineData(CloseCodes.TooManyConnections)]
    public async Task What_will_not_get_better_stops_the_client(int code)
    {
        await using var follower = Follower.Start(server);
        await (await server.AcceptAsync()).CloseAsync(code);
        var stopped = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal((code, null), (stopped.CloseCode, stopped.RetryIn));
    }

    [Fact]
    public async Task An_origin_that_is_not_let_in_stops_the_client()
    {
        server.Refusal = HttpStatusCode.Forbidden;
        await using var follower = Follower.Start(server);
        var stopped = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal((CloseCodes.Forbidden, null), (stopped.CloseCode, stopped.RetryIn));
    }

    [Theory]
    [InlineData(CloseCodes.GoingAway)]
    [InlineData(CloseCodes.MessageTooBig)]
    [InlineData(CloseCodes.Silent)]
    [InlineData(CloseCodes.TooSlow)]
    [InlineData(4999)]
    public async Task What_happens_to_anyone_is_tried_again(int code)
    {
        await using var follower = Follower.Start(server);
        await (await server.GreetAsync()).CloseAsync(code);
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        var closed = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal((code, TimeSpan.FromSeconds(3)), (closed.CloseCode, closed.RetryIn!.Value));
    }

    [Theory]
    [InlineData(CloseCodes.RateLimited)]
    [InlineData(CloseCodes.Overloaded)]
    public async Task A_server_that_lets_in_only_to_turn_away_is_asked_ever_more_seldom(int code)
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await (await server.GreetAsync()).CloseAsync(code);
            await follower.NextAsync<ClientConnected>();
            var busy = await follower.NextAsync<ClientDisconnected>();
            Assert.Equal(TimeSpan.FromSeconds(3 << attempt), busy.RetryIn);
            follower.Clock.Advance(busy.RetryIn!.Value);
        }
    }

    [Fact]
    public async Task An_expired_token_is_replaced_at_once_and_a_bad_one_waited_for()
    {
        var tokens = 0;
        await using var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address,
            Token = _ => ValueTask.FromResult($"token-{++tokens}"),
            Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
        });
        var first = await server.GreetAsync();
        await first.CloseAsync(CloseCodes.Unauthenticated);
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        Assert.Equal(TimeSpan.Zero, (await follower.NextAsync<ClientDisconnected>()).RetryIn);

        var second = await server.AcceptAsync();
        Assert.Equal(("Bearer token-1", "Bearer token-2"), (first.Authorization, second.Authorization));
        await second.CloseAsync(CloseCodes.Unauthenticated);
        Assert.InRange((await follower.NextAsync<ClientDisconnected>()).RetryIn!.Value.TotalSeconds, double.Epsilon, 6);
    }

    [Fact]
    public async Task A_token_that_is_taken_and_turned_away_again_and_again_is_not_sent_without_a_pause()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var delays = new List<double>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await (await server.GreetAsync()).CloseAsync(CloseCodes.Unauthenticated);
            await follower.NextAsync<ClientConnected>();
            var refused = await follower.NextAsync<ClientDisconnected>();
            delays.Add(refused.RetryIn!.Value.TotalSeconds);
            follower.Clock.Advance(refused.RetryIn.Value);
        }

        Assert.Equal([0, 6, 12], delays);
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_is_a_failed_try_that_says_why()
    {
        await using var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address, Token = _ => throw new InvalidOperationException("Nobody is signed in."),
        });
        var failed = await follower.NextAsync<ClientDisconnected>();
        Assert.Equal("Nobody is signed in.", failed.Reason);
        Assert.IsType<InvalidOperationException>(failed.Error);
        Assert.NotNull(failed.RetryIn);
    }

    [Fact]
    public async Task A_ticket_opens_the_connection_and_no_token_is_sent()
    {
        await using var follower = Follower.Start(new HotGigsClientOptions
        {
            Server = server.Address, Batch = true, Ticket = _ => ValueTask.FromResult("a b"), Token = _ => ValueTask.FromResult("token"),
        });
        var peer = await server.AcceptAsync();
        Assert.Equal(("", "?ticket=a%20b&batch=1"), (peer.Authorization, peer.Query));
    }

    [Fact]
    public async Task A_server_that_never_greets_is_given_up_and_tried_again()
    {
        await using var follower = Follower.Start(server);
        await server.AcceptAsync();
        var lost = await follower.PassTimeUntilAsync(follower.NextAsync<ClientDisconnected>());
        Assert.NotNull(lost.RetryIn);
    }

    [Fact]
    public async Task Disposing_closes_the_connection_and_ends_the_events()
    {
        var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        await follower.DisposeAsync();
        await follower.DisposeAsync();
        await peer.GoneAsync();
        Assert.Equal(CloseCodes.Normal, peer.CloseCode);
        await Assert.ThrowsAsync<InvalidOperationException>(follower.NextAsync);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_the_next_try()
    {
        server.Refusal = HttpStatusCode.BadGateway;
        var follower = Follower.Start(server);
        await follower.NextAsync<ClientDisconnected>();
        await follower.DisposeAsync();
    }
}
