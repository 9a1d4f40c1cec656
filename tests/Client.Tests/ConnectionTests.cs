namespace HotGigs.Client.Tests;

/// <summary>One connection: frames as they come, whatever their form.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private FakeServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_batch_is_read_as_its_frames_in_order_with_the_answers_within()
    {
        await using var connection = await ConnectAsync();
        var peer = await server.AcceptAsync();
        var pinging = connection.PingAsync();
        var id = (await peer.ReceiveAsync("ping")).GetProperty("id");
        await peer.SendAsync($$"""{ "type":"batch", "messages":[ {"type":"typing","room":"[{\"]}","user_id":"ben","is_typing":true} , {"type":"pong","seq":4,"ref":{{id}}},{"more":1}] }""");
        await peer.SendAsync("""{"type":"batch","messages":[]}""");
        await peer.SendAsync("""{"type":"batch"}""");
        await peer.SendAsync("""{"type":"last"}""");

        Assert.Equal(4, (await pinging).Seq);
        Assert.Equal(["typing", "pong", "", "last"], await TypesAsync(connection, 4));
    }

    [Fact]
    public async Task The_type_is_found_wherever_it_stands_and_what_is_no_frame_is_passed_on()
    {
        await using var connection = await ConnectAsync();
        var peer = await server.AcceptAsync();
        foreach (var text in (string[])["""{"data":{"type":"inner"},"list":["type","x"],"type":"outer"}""", """{"type":5}""", "[1]", "no json", "\"type\"", """{"type":"x","broken":"""])
            await peer.SendAsync(text);
        Assert.Equal(["outer", "", "", "", "", "x"], await TypesAsync(connection, 6));
    }

    [Fact]
    public async Task A_frame_of_any_size_is_read_whole_up_to_the_limit()
    {
        await using var connection = await HotGigsConnection.ConnectAsync(new() { Server = server.Address, MaxFrameBytes = 300_000 });
        var peer = await server.AcceptAsync();
        foreach (var length in (int[])[4_000, 4_095, 4_096, 4_097, 100_000, 299_000])
            await peer.SendAsync(Padded(length));
        // The client leaves in the middle of it.
        var tooLarge = peer.SendAsync(Padded(400_000));

        var lengths = new List<int>();
        await foreach (var frame in connection.ReadFramesAsync(Limits.Token()))
            lengths.Add(frame.Fields.GetProperty("padding").GetString()!.Length);
        Assert.Equal([4_000, 4_095, 4_096, 4_097, 100_000, 299_000], lengths);
        Assert.Equal(CloseCodes.MessageTooBig, connection.CloseCode);
        await Task.WhenAny(tooLarge);
    }

    [Fact]
    public async Task Frames_can_be_kept_for_the_memory_is_theirs()
    {
        await using var connection = await ConnectAsync();
        var peer = await server.AcceptAsync();
        for (var seq = 1; seq <= 200; seq++)
            await peer.NotifyAsync(seq);

        var kept = new List<Frame>();
        await foreach (var frame in connection.ReadFramesAsync(Limits.Token()))
        {
            kept.Add(frame);
            if (kept.Count == 200)
                break;
        }

        Assert.Equal(Enumerable.Range(1, 200).Select(seq => (long?)seq), kept.Select(frame => ((NotificationFrame)frame.Read()!).Seq));
    }

    [Fact]
    public async Task Whoever_waits_for_an_answer_learns_that_the_connection_has_ended()
    {
        await using var connection = await ConnectAsync();
        var peer = await server.AcceptAsync();
        var waiting = connection.JoinRoomAsync("recruiters");
        await peer.ReceiveAsync("join_room");
        await peer.CloseAsync(CloseCodes.Overloaded, "Not now.");
        var error = await Assert.ThrowsAsync<HotGigsClosedException>(() => waiting);
        Assert.Equal((CloseCodes.Overloaded, "Not now."), (error.CloseCode, connection.CloseReason));
        Assert.Equal(CloseCodes.Overloaded, (await Assert.ThrowsAsync<HotGigsClosedException>(() => connection.AckAsync(1))).CloseCode);
    }

    [Fact]
    public async Task A_connection_lost_without_a_word_has_a_code_of_its_own()
    {
        await using var connection = await ConnectAsync();
        (await server.AcceptAsync()).Abort();
        Assert.Empty(await TypesAsync(connection, 1));
        Assert.Equal(CloseCodes.Lost, connection.CloseCode);
    }

    [Fact]
    public async Task Every_message_is_the_one_of_the_contract()
    {
        await using var connection = await ConnectAsync();
        var peer = await server.AcceptAsync();
        var resume = new Guid("0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a");
        await connection.AckAsync(6);
        await connection.TypingAsync("recruiters", false);
        List<Task> asked =
        [
            connection.PingAsync(), connection.WatchResumeAsync(resume), connection.UnwatchResumeAsync(resume), connection.JoinRoomAsync("r"),
            connection.LeaveRoomAsync("r"), connection.SyncAsync(new FeedPosition("e", 5)), connection.PresenceAsync("r"), connection.RefreshTokenAsync("t"),
        ];

        foreach (var (type, rest) in ((string, string)[])
            [
                ("ack", ",\"seq\":6"), ("typing", ",\"room\":\"recruiters\",\"is_typing\":false"), ("ping", ""),
                ("watch_resume", $",\"resume_id\":\"{resume}\""), ("unwatch_resume", $",\"resume_id\":\"{resume}\""), ("join_room", ",\"room\":\"r\""),
                ("leave_room", ",\"room\":\"r\""), ("sync", ",\"since\":5,\"epoch\":\"e\""), ("presence", ",\"room\":\"r\""), ("refresh_token", ",\"token\":\"t\""),
            ])
        {
            var message = await peer.ReceiveAsync(type);
            Assert.Equal($$"""{"type":"{{type}}","id":{{message.GetProperty("id")}}{{rest}}}""", message.GetRawText());
        }

        connection.Abort();
        foreach (var one in asked)
            await Assert.ThrowsAsync<HotGigsClosedException>(() => one);
    }

    private static string Padded(int length) => $$"""{"type":"room_message","padding":"{{new string('x', length)}}"}""";

    private static async Task<List<string>> TypesAsync(HotGigsConnection connection, int count)
    {
        var types = new List<string>();
        await foreach (var frame in connection.ReadFramesAsync(Limits.Token()))
        {
            types.Add(frame.Type);
            if (types.Count == count)
                break;
        }

        return types;
    }

    private Task<HotGigsConnection> ConnectAsync() => HotGigsConnection.ConnectAsync(new() { Server = server.Address });
}
