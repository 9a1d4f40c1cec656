using System.Net.WebSockets;
using HotGigs.Domain.Users;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class MessageTests
{
    private const string Malformed =
        """{"type":"error","message":"A message must be one JSON object, as text, in UTF-8, with no name twice.","code":"malformed_json"}""";

    private static readonly Guid Resume = Guid.Parse("0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a");

    [Fact]
    public async Task A_ping_is_answered_with_the_position_of_the_feed()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            """{"type":"ping","id":"p-1"}""",
            """{"type":"pong","epoch":"epoch-1","seq":7,"unread_count":3,"timestamp":"2026-03-01T12:00:00.000Z","ref":"p-1"}""");
    }

    [Fact]
    public async Task A_ping_is_answered_even_when_the_feed_cannot_be_read()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        host.Application.FeedHead = _ => throw new TimeoutException();

        await client.ExpectAsync("""{"type":"ping"}""", """{"type":"pong","timestamp":"2026-03-01T12:00:00.000Z"}""");
    }

    [Theory]
    [InlineData("0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a")]
    [InlineData("0195A0B2-7C11-7D3E-9A4B-1F2E3D4C5B6A")]
    public async Task Watching_a_resume_is_answered_and_shows_where_it_stands(string id)
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (resume, user) => Task.FromResult(Progress.Of(resume, 4, percentage: user.Id == "ann" ? 20 : 0));
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            $$"""{"type":"watch_resume","resume_id":"{{id}}","id":17}""",
            """{"type":"watching","resume_id":"0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a","message":"Watching resume 0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a","ref":17}""");
        await client.ExpectAsync(
            """{"type":"resume_progress","resume_id":"0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a","data":{"resume_id":"0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a","status":"processing","progress":20,"current_step":"Running parser","error":null},"timestamp":"2026-03-01T11:00:00.250Z"}""");
    }

    [Fact]
    public async Task A_resume_that_may_not_be_seen_is_refused_and_not_watched()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            $$"""{"type":"watch_resume","resume_id":"{{Resume}}","id":"w"}""",
            """{"type":"error","message":"The resume was not found.","code":"not_found","ref":"w"}""");

        Assert.Empty(host.Status.TakeSnapshot().ResumeWatchers);
    }

    [Fact]
    public async Task Unwatching_is_answered_whether_it_was_watched_or_not()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        for (var i = 0; i < 2; i++)
        {
            await client.ExpectAsync(
                $$"""{"type":"unwatch_resume","resume_id":"{{Resume}}","id":"u"}""",
                $$"""{"type":"unwatched","resume_id":"{{Resume}}","message":"No longer watching resume {{Resume}}","ref":"u"}""");
        }
    }

    [Fact]
    public async Task Rooms_are_joined_and_left_and_leaving_again_is_answered_the_same()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            """{"type":"join_room","room":"recruiters","id":"j"}""",
            """{"type":"joined_room","room":"recruiters","message":"Joined room recruiters","ref":"j"}""");
        Assert.Equal(1, host.Status.TakeSnapshot().Rooms["recruiters"]);

        for (var i = 0; i < 2; i++)
        {
            await client.ExpectAsync(
                """{"type":"leave_room","room":"recruiters","id":"l"}""",
                """{"type":"left_room","room":"recruiters","message":"Left room recruiters","ref":"l"}""");
        }

        Assert.Empty(host.Status.TakeSnapshot().Rooms);
    }

    [Fact]
    public async Task A_room_for_others_is_refused()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync(roles: Roles.Candidate);

        await client.ExpectAsync(
            """{"type":"join_room","room":"recruiters","id":1}""",
            """{"type":"error","message":"You may not join this room.","code":"forbidden","ref":1}""");

        Assert.Empty(host.Status.TakeSnapshot().Rooms);
    }

    [Fact]
    public async Task What_fails_on_our_side_is_said_so_and_the_connection_lives_on()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (_, _) => throw new TimeoutException("secret detail");
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            $$"""{"type":"watch_resume","resume_id":"{{Resume}}","id":"w"}""",
            """{"type":"error","message":"This could not be done right now. Try again in a moment.","code":"unavailable","ref":"w"}""");
        await client.ExpectNothingAsync();
        Assert.Empty(host.Status.TakeSnapshot().ResumeWatchers);
    }

    [Fact]
    public async Task Messages_are_done_in_the_order_in_which_they_came()
    {
        await using var host = await RealtimeHost.StartAsync();
        var gate = new TaskCompletionSource();
        host.Application.Watch = async (resume, _) =>
        {
            await gate.Task;
            return Progress.Of(resume, 1);
        };
        using var client = await host.ConnectAsync();

        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        await client.SendAsync($$"""{"type":"unwatch_resume","resume_id":"{{Resume}}"}""");
        await client.SendAsync("""{"type":"ping"}""");
        gate.SetResult();

        var types = new List<string?>();
        while (types.LastOrDefault() != "pong")
            types.Add((await client.ReceiveAsync()).GetProperty("type").GetString());
        // Whether the snapshot still left before the watch ended is a matter of timing; all else is not.
        Assert.Equal(["watching", "unwatched", "pong"], types.Where(type => type != "resume_progress"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hello")]
    [InlineData("{")]
    [InlineData("""{"type":"ping"}{"type":"ping"}""")]
    [InlineData("""{"type":"ping",}""")]
    [InlineData("""{"type":"ping"} // comment""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{'type':'ping'}""")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"ping\"")]
    [InlineData("""[{"type":"ping"}]""")]
    [InlineData("""{"\ud800":1,"type":"ping"}""")]
    [InlineData("""{"type":"ping","\ud800":1}""")]
    [InlineData("\uFEFF{\"type\":\"ping\"}")]
    public async Task What_is_no_JSON_object_is_malformed(string message)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(message, Malformed);
        await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task Deep_nesting_and_binary_are_malformed()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(new string('[', 8_000), Malformed);
        await client.ExpectAsync($$"""{"type":"ping","x":{{new string('[', 40)}}{{new string(']', 40)}}}""", Malformed);
        await client.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);
        await client.ExpectAsync(Malformed);
        await client.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("""{}""", "type: This is missing.")]
    [InlineData("""{"type":null}""", "type: This must be text.")]
    [InlineData("""{"type":7}""", "type: This must be text.")]
    [InlineData("""{"type":"\udc00"}""", "type: This must be text.")]
    [InlineData("""{"Type":"ping"}""", "type: This is missing.")]
    [InlineData("""{"type":"watch_resume"}""", "resume_id: This is missing.")]
    [InlineData("""{"type":"watch_resume","resume_id":5}""", "resume_id: This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.")]
    [InlineData("""{"type":"watch_resume","resume_id":"abc"}""", "resume_id: This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.")]
    [InlineData("""{"type":"watch_resume","resume_id":"{0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a}"}""", "resume_id: This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.")]
    [InlineData("""{"type":"unwatch_resume","resume_id":{}}""", "resume_id: This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.")]
    [InlineData("""{"type":"join_room"}""", "room: This is missing.")]
    [InlineData("""{"type":"join_room","room":["recruiters"]}""", "room: This must be text.")]
    [InlineData("""{"type":"join_room","room":"nowhere"}""", "room: There is no such room.")]
    [InlineData("""{"type":"leave_room","room":"nowhere"}""", "room: There is no such room.")]
    public async Task A_field_that_is_missing_or_wrong_is_named(string message, string why)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(message, $$"""{"type":"error","message":"{{why}}","code":"validation_failed"}""");
        await client.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("teleport")]
    [InlineData("PING")]
    [InlineData("")]
    public async Task An_unknown_type_is_refused_without_repeating_it(string type)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            $$"""{"type":"{{type}}","id":"x"}""",
            """{"type":"error","message":"type: There is no such message. There are ack, join_room, leave_room, ping, presence, refresh_token, sync, typing, unwatch_resume, watch_resume.","code":"unknown_type","ref":"x"}""");
        await client.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("\"a \\\"quoted\\\" </script> \\u0000 é\"", true)]
    [InlineData("-9007199254740993", true)]
    [InlineData("1.5", false)]
    [InlineData("1e400", false)]
    [InlineData("{\"nested\":1}", false)]
    [InlineData("null", false)]
    [InlineData("\"\\ud800\"", false)]
    public async Task An_id_is_repeated_if_it_is_text_or_a_whole_number(string id, bool repeated)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.ExpectAsync(
            $$"""{"type":"ping","id":{{id}}}""",
            $$"""{"type":"pong","epoch":"epoch-1","seq":7,"unread_count":3,"timestamp":"2026-03-01T12:00:00.000Z"{{(repeated ? $",\"ref\":{id}" : "")}}}""");
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_not_repeated()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.SendAsync($$"""{"type":"ping","id":"{{new string('x', 129)}}"}""");

        Assert.False((await client.ReceiveAsync()).TryGetProperty("ref", out _));
    }
}
