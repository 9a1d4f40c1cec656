namespace HotGigs.Client.Tests;

/// <summary>Watches, rooms and presence outlive a connection.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private static readonly Guid Resume = new("0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a");

    private FakeServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_was_asked_for_before_and_while_connected_is_taken_up_again()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        await follower.Client.WatchResumeAsync(Resume);
        await follower.Client.JoinRoomAsync("left");
        var peer = await server.GreetAsync();
        await AnswerAsync(peer, "watch_resume", "watching");
        await AnswerAsync(peer, "join_room", "joined_room");
        await follower.NextAsync<ClientConnected>();

        var joining = follower.Client.JoinRoomAsync("recruiters");
        await AnswerAsync(peer, "join_room", "joined_room");
        await joining;
        var asking = follower.Client.WatchPresenceAsync("recruiters");
        await peer.AnswerAsync(await peer.ReceiveAsync("presence"), """ "type":"presence","room":"recruiters","users":[{"user_id":"ben","name":"Ben Berger","status":"online","last_seen":null}] """);
        await asking;
        Assert.Equal(new UserPresence("ben", "online", null) { Name = "Ben Berger" }, Assert.Single((await follower.NextAsync<PresenceChanged>()).Users));
        var leaving = follower.Client.LeaveRoomAsync("left");
        await AnswerAsync(peer, "leave_room", "left_room");
        await leaving;

        peer.Abort();
        follower.Clock.Advance((await follower.NextAsync<ClientDisconnected>()).RetryIn!.Value);
        var next = await server.GreetAsync();
        Assert.Equal(Resume, (await AnswerAsync(next, "watch_resume", "watching")).GetProperty("resume_id").GetGuid());
        Assert.Equal("recruiters", (await AnswerAsync(next, "join_room", "joined_room")).GetProperty("room").GetString());
        Assert.Equal("recruiters", (await next.ReceiveAsync("presence")).GetProperty("room").GetString());
    }

    [Fact]
    public async Task What_is_refused_is_thrown_and_not_asked_for_again()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        var joining = follower.Client.JoinRoomAsync("admins");
        await peer.AnswerAsync(await peer.ReceiveAsync("join_room"), Json.Error("forbidden"));
        Assert.Equal(ErrorCodes.Forbidden, (await Assert.ThrowsAsync<HotGigsErrorException>(() => joining)).Code);

        peer.Abort();
        follower.Clock.Advance((await follower.NextAsync<ClientDisconnected>()).RetryIn!.Value);
        var next = await server.GreetAsync();
        await follower.NextAsync<ClientConnected>();
        var watching = follower.Client.WatchResumeAsync(Resume);
        await AnswerAsync(next, "watch_resume", "watching");
        await watching;
        await follower.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => next.ReceiveAsync("join_room"));
    }

    [Fact]
    public async Task A_right_that_is_withdrawn_is_told_and_not_asked_for_again()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var joining = follower.Client.JoinRoomAsync("admins");
        var peer = await server.GreetAsync();
        await AnswerAsync(peer, "join_room", "joined_room");
        await joining;
        await follower.NextAsync<ClientConnected>();

        await peer.SendAsync("""{"type":"left_room","room":"admins","message":"You may no longer be in this room."}""");

        var lost = await follower.NextAsync<SubscriptionLost>();
        Assert.Equal((SubscriptionKind.Room, "admins"), (lost.Kind, lost.Target));
        Assert.Equal(("forbidden", "You may no longer be in this room."), (lost.Error.Code, lost.Error.Message));
    }

    [Fact]
    public async Task A_right_that_is_gone_after_a_reconnect_is_told()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        await follower.Client.JoinRoomAsync("admins");
        var peer = await server.GreetAsync();
        await peer.AnswerAsync(await peer.ReceiveAsync("join_room"), Json.Error("forbidden"));
        await follower.NextAsync<ClientConnected>();
        var lost = await follower.NextAsync<SubscriptionLost>();
        Assert.Equal((SubscriptionKind.Room, "admins", ErrorCodes.Forbidden), (lost.Kind, lost.Target, lost.Error.Code));
    }

    [Fact]
    public async Task Many_are_taken_up_at_the_pace_the_server_allows()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        await follower.Client.JoinRoomAsync("one");
        var peer = await server.GreetAsync();
        await peer.AnswerAsync(await peer.ReceiveAsync("join_room"), Json.Error("rate_limited", 500));
        await follower.PassTimeUntilAsync(peer.ReceiveAsync("join_room"), TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task What_happens_around_the_feed_is_told_as_it_comes()
    {
        await using var follower = Follower.Start(server, new FeedPosition("e1", 0));
        var peer = await server.GreetAsync();
        await peer.SendAsync($$"""{"type":"resume_progress","resume_id":"{{Resume}}","data":{"resume_id":"{{Resume}}","status":"processing","progress":20,"current_step":"Running parser","error":null},"timestamp":"2026-03-01T11:00:00.250Z"}""");
        await peer.SendAsync("""{"type":"typing","room":"recruiters","user_id":"ben","is_typing":true}""");
        await peer.SendAsync($$"""{"type":"receipt","notification_id":"{{Json.Id(1)}}","recipient_id":"ben","delivered_at":"2026-03-01T12:00:01Z","seen_at":null,"read_at":null}""");
        await peer.SendAsync("""{"type":"error","message":"A message must be JSON.","code":"malformed_json"}""");
        await peer.SendAsync("""{"type":"invented_later","seq":99}""");
        await peer.SendAsync("""{"type":"notification","notification_type":17}""");
        await follower.NextAsync<ClientConnected>();

        Assert.Equal(new ResumeProgress("processing", 20, "Running parser", null), (await follower.NextAsync<ResumeProgressed>()).Progress);
        Assert.Equal(("recruiters", "ben", true), (await follower.NextAsync<TypingChanged>()) is var typing ? (typing.Room, typing.UserId, typing.IsTyping) : default);
        Assert.Equal("ben", (await follower.NextAsync<ReceiptReceived>()).Receipt.RecipientId);
        Assert.Equal(ErrorCodes.MalformedJson, (await follower.NextAsync<ErrorReceived>()).Error.Code);
        Assert.Equal("invented_later", (await follower.NextAsync<UnknownFrameReceived>()).Frame.Type);
        Assert.Equal(FrameTypes.Notification, (await follower.NextAsync<UnknownFrameReceived>()).Frame.Type);

        await follower.Client.SetTypingAsync("recruiters", true);
        Assert.True((await peer.ReceiveAsync("typing")).GetProperty("is_typing").GetBoolean());
    }

    private static async Task<System.Text.Json.JsonElement> AnswerAsync(FakePeer peer, string type, string answer)
    {
        var message = await peer.ReceiveAsync(type);
        var fields = message.TryGetProperty("room", out var room) ? $"\"room\":{room.GetRawText()}" : $"\"resume_id\":{message.GetProperty("resume_id").GetRawText()}";
        await peer.AnswerAsync(message, $"\"type\":\"{answer}\",{fields},\"message\":\"Yes\"");
        return message;
    }
}
