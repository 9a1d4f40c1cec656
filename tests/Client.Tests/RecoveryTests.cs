namespace HotGigs.Client.Tests;

/// <summary>What the client does so that each change of the feed is told once and in order.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private FakeServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Who_knows_nothing_yet_is_told_to_read_the_list()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync("e1", 7);
        Assert.Equal(7, (await follower.NextAsync<ClientConnected>()).Greeting.Seq);
        Assert.Equal(new FeedPosition("e1", 7), (await follower.NextAsync<FeedReset>()).Position);

        await peer.NotifyAsync(8);
        var told = await follower.NextAsync<NotificationReceived>();
        Assert.Equal((new FeedPosition("e1", 8), Json.Id(8), "candidate_added", "Number 8", 8), (told.Position, told.NotificationId, told.Type, told.Message, told.UnreadCount));
        Assert.Equal("Jane Doe", told.Data.GetProperty("candidate_name").GetString());
    }

    [Fact]
    public async Task Who_has_missed_nothing_is_told_nothing()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 7));
        var peer = await server.GreetAsync("e1", 7);
        await peer.NotifyAsync(8);
        await follower.NextAsync<ClientConnected>();
        Assert.Equal(8, (await follower.NextAsync<NotificationReceived>()).Position.Seq);
    }

    [Fact]
    public async Task What_was_missed_comes_before_what_comes_meanwhile_page_by_page()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 2));
        var peer = await server.GreetAsync("e1", 6);
        var first = await peer.ReceiveAsync("sync");
        Assert.Equal((2L, "e1"), (first.GetProperty("since").GetInt64(), first.GetProperty("epoch").GetString()));
        await peer.NotifyAsync(7);
        await peer.AnswerAsync(first, Json.Page(2, 4, more: true));
        await peer.NotifyAsync(8);
        // The second page has what was told live already.
        await peer.AnswerSyncAsync(since => Json.Page(since, 7));
        await peer.NotifyAsync(9);

        Assert.Equal([3L, 4, 5, 6, 7, 8, 9], await follower.UpToAsync(9));
    }

    [Fact]
    public async Task A_gap_between_live_changes_is_filled()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await peer.NotifyAsync(1);
        await peer.NotifyAsync(4);
        await peer.NotifyAsync(4);
        await peer.NotifyAsync(1);
        await peer.AnswerSyncAsync(since => Json.Page(since, 3));
        Assert.Equal([0L, 1, 2, 3, 4], await follower.UpToAsync(4));
    }

    [Fact]
    public async Task A_pong_ahead_of_the_client_shows_what_was_lost()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();
        var ping = await follower.PassTimeUntilAsync(peer.ReceiveAsync("ping"));
        await peer.AnswerAsync(ping, """ "type":"pong","epoch":"e1","seq":2,"unread_count":2,"timestamp":"2026-03-01T12:00:00Z" """);
        await peer.AnswerSyncAsync(since => Json.Page(since, 2));
        Assert.Equal([1L, 2], await follower.UpToAsync(2));
    }

    [Fact]
    public async Task What_cannot_be_recovered_is_read_anew_and_goes_on_from_there()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 2));
        var peer = await server.GreetAsync("e1", 9);
        var sync = await peer.ReceiveAsync("sync");
        await peer.NotifyAsync(10);
        await peer.NotifyAsync(11);
        await peer.AnswerAsync(sync, Json.NotRecovered("e1", 10));

        await follower.NextAsync<ClientConnected>();
        Assert.Equal(new FeedPosition("e1", 10), (await follower.NextAsync<FeedReset>()).Position);
        Assert.Equal(11, (await follower.NextAsync<NotificationReceived>()).Position.Seq);
    }

    [Theory]
    [InlineData("e2", 9)]
    [InlineData("e2", 1)]
    [InlineData("e1", 1)]
    public async Task Another_run_of_the_sequence_starts_over(string epoch, long seq)
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 2));
        await server.GreetAsync(epoch, seq);
        await follower.NextAsync<ClientConnected>();
        Assert.Equal(new FeedPosition(epoch, seq), (await follower.NextAsync<FeedReset>()).Position);
    }

    [Fact]
    public async Task The_first_change_of_a_feed_asks_for_its_epoch()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync("", 0);
        await peer.NotifyAsync(1);
        var ping = await peer.ReceiveAsync("ping");
        await peer.AnswerAsync(ping, """ "type":"pong","epoch":"new","seq":1 """);
        Assert.Equal([0L, 1], await follower.UpToAsync(1));
        await peer.NotifyAsync(2);
        Assert.Equal(new FeedPosition("new", 2), (await follower.NextAsync<NotificationReceived>()).Position);
    }

    [Fact]
    public async Task A_feed_that_began_while_the_client_was_away_is_recovered_from_its_beginning()
    {
        await using var follower = Follower.Start(server, new FeedPosition("", 0));
        var peer = await server.GreetAsync("e1", 2);
        await peer.AnswerSyncAsync(since => Json.Page(since, 2));
        Assert.Equal([1L, 2], await follower.UpToAsync(2));
    }

    [Fact]
    public async Task A_sync_that_comes_too_soon_is_sent_again_when_the_server_says()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync("e1", 1);
        await peer.AnswerAsync(await peer.ReceiveAsync("sync"), Json.Error("rate_limited", 700));
        var again = await follower.PassTimeUntilAsync(peer.ReceiveAsync("sync"), TimeSpan.FromMilliseconds(100));
        await peer.AnswerAsync(again, Json.Page(0, 1));
        Assert.Equal([1L], await follower.UpToAsync(1));
    }

    [Fact]
    public async Task With_a_server_that_cannot_sync_the_list_is_read()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync("e1", 5);
        await peer.AnswerAsync(await peer.ReceiveAsync("sync"), Json.Error("unknown_type"));
        await peer.AnswerAsync(await peer.ReceiveAsync("ping"), """ "type":"pong" """);
        await follower.NextAsync<ClientConnected>();
        Assert.Equal(new FeedPosition("e1", 5), (await follower.NextAsync<FeedReset>()).Position);
        await peer.NotifyAsync(6);
        Assert.Equal(6, (await follower.NextAsync<NotificationReceived>()).Position.Seq);
    }

    [Fact]
    public async Task A_sync_that_is_never_answered_ends_the_connection_and_the_next_one_recovers()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync("e1", 1);
        await peer.ReceiveAsync("sync");
        await follower.NextAsync<ClientConnected>();
        var lost = follower.NextAsync<ClientDisconnected>();
        var gone = await follower.PassTimeUntilAsync(lost);
        Assert.Equal(CloseCodes.Lost, gone.CloseCode);

        follower.Clock.Advance(gone.RetryIn!.Value);
        var next = await server.GreetAsync("e1", 1);
        await next.AnswerSyncAsync(since => Json.Page(since, 1));
        Assert.Equal([1L], await follower.UpToAsync(1));
    }

    [Fact]
    public async Task A_server_without_positions_is_followed_as_it_comes()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.AcceptAsync();
        await peer.SendAsync("""{"type":"connected","user_id":"ann","message":"Hello"}""");
        await peer.SendAsync("""{"type":"notification","notification_type":"candidate_added","data":{"notification_id":"00000000-0000-7000-8000-000000000001","title":"New","message":"One","action_url":null},"timestamp":"2026-03-01T12:00:00Z"}""");
        await follower.NextAsync<ClientConnected>();
        Assert.Equal("One", (await follower.NextAsync<NotificationReceived>()).Message);
    }

    [Fact]
    public async Task Every_kind_of_change_is_told_as_what_it_is()
    {
        await using var follower = Follower.Start(server);
        var peer = await server.GreetAsync();
        await peer.SendAsync($$"""{"type":"notification_updated","seq":1,"unread_count":3,"changes":[{"notification_id":"{{Json.Id(1)}}","is_read":true,"is_seen":true,"is_archived":false}]}""");
        await peer.SendAsync("""{"type":"notification_updated","seq":2,"unread_count":2,"read_up_to_seq":5,"notification_type":"candidate_added"}""");
        await peer.SendAsync("""{"type":"notification_updated","seq":3,"unread_count":1,"notifications":[]}""");
        await peer.SendAsync($$"""{"type":"notification_deleted","seq":4,"unread_count":0,"notification_ids":["{{Json.Id(1)}}"]}""");
        await follower.NextAsync<ClientConnected>();
        await follower.NextAsync<FeedReset>();

        Assert.Equal(new NotificationState(Json.Id(1), true, true, false), Assert.Single((await follower.NextAsync<NotificationsChanged>()).Changes));
        var read = await follower.NextAsync<NotificationsReadUpTo>();
        Assert.Equal((5L, "candidate_added", 2), (read.UpToSeq, read.NotificationType, read.UnreadCount));
        Assert.Empty((await follower.NextAsync<NotificationsRestored>()).Notifications);
        Assert.Equal(Json.Id(1), Assert.Single((await follower.NextAsync<NotificationsDeleted>()).NotificationIds));
    }
}
