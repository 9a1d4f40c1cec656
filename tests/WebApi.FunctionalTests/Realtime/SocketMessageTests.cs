using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>Every message of a client and what it is answered.</summary>
public sealed class SocketMessageTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Nowhere = "01890a5d-ac96-774b-bcce-b302099a8057";

    [Fact]
    public async Task A_connection_is_greeted_with_where_the_feed_stands()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await TestSocket.ConnectAsync(fixture.Server.Address, $"token={user.Token}");
        var connected = await socket.NextAsync("connected");
        var list = (await user.GetAsync("/api/notifications")).Json;

        Assert.Equal(user.Id, connected.Text("user_id"));
        Assert.NotEmpty(connected.Text("message")!);
        Assert.NotEqual(Guid.Empty, connected.Id("connection_id"));
        Assert.Equal(list.Text("epoch"), connected.Text("epoch"));
        Assert.Equal(0, connected.Number("seq"));
        Assert.Equal(0, connected.Number("unread_count"));
        Assert.Equal(30, connected.Number("ping_interval"));
        Assert.Equal(3000, connected.Field("reconnect").Number("base_delay_ms"));
        Assert.Equal(5, connected.Field("reconnect").Number("max_attempts"));
        Assert.InRange(connected.Number("token_expires_in"), 3000, 3600);
    }

    [Fact]
    public async Task Ping_is_answered_by_pong()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        var pong = await socket.AskAsync(new { type = "ping" }, "pong");

        Assert.Equal(0, pong.Number("seq"));
        Assert.Equal(0, pong.Number("unread_count"));
        Assert.EndsWith("Z", pong.Text("timestamp"), StringComparison.Ordinal);
        Assert.False(pong.Has("ref"));
    }

    [Fact]
    public async Task Watching_a_resume_gives_its_snapshot_at_once()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var resumeId = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));
        await recruiter.EndOfImportAsync(resumeId);
        await using var socket = await recruiter.ConnectAsync();

        var watching = await socket.AskAsync(new { type = "watch_resume", resume_id = resumeId, id = "w" }, "watching");
        var snapshot = await socket.NextAsync("resume_progress");
        Assert.Equal(resumeId, watching.Id("resume_id"));
        Assert.Equal("w", watching.Text("ref"));
        Assert.Equal(resumeId, snapshot.Id("resume_id"));
        var data = snapshot.Field("data");
        Assert.Equal(resumeId, data.Id("resume_id"));
        Assert.Equal("completed", data.Text("status"));
        Assert.Equal(100, data.Number("progress"));
        Assert.Equal("Completed", data.Text("current_step"));
        Assert.True(data.IsNull("error"));

        var unwatched = await socket.AskAsync(new { type = "unwatch_resume", resume_id = resumeId }, "unwatched");
        Assert.Equal(resumeId, unwatched.Id("resume_id"));
    }

    [Fact]
    public async Task Unwatching_what_is_not_watched_is_answered_all_the_same()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        await socket.AskAsync(new { type = "unwatch_resume", resume_id = Nowhere }, "unwatched");
        await socket.AskAsync(new { type = "leave_room", room = "recruiters" }, "left_room");
    }

    [Fact]
    public async Task A_resume_of_others_is_refused_in_the_words_for_one_that_does_not_exist()
    {
        using var owner = await fixture.RecruiterAsync();
        var resumeId = await owner.UploadedAsync(SampleResumes.Text(Person.Next()));
        await owner.EndOfImportAsync(resumeId);
        foreach (var role in (string[])["recruiter", "candidate", "service"])
        {
            using var other = await fixture.SignInAsync(role);
            await using var socket = await other.ConnectAsync();
            var foreign = await socket.AskAsync(new { type = "watch_resume", resume_id = resumeId }, "error");
            var missing = await socket.AskAsync(new { type = "watch_resume", resume_id = Nowhere }, "error");

            Assert.Equal("not_found", foreign.Text("code"));
            Assert.Equal(missing.ToString(), foreign.ToString());
            Assert.Empty(await socket.SettledAsync("resume_progress"));
        }
    }

    [Theory]
    [InlineData("recruiter", "recruiters")]
    [InlineData("admin", "recruiters")]
    [InlineData("admin", "admins")]
    [InlineData("admin", "candidates")]
    [InlineData("candidate", "candidates")]
    public async Task A_room_of_the_role_is_joined_and_left(string role, string room)
    {
        using var user = await fixture.SignInAsync(role);
        await using var socket = await user.ConnectAsync();

        var joined = await socket.AskAsync(new { type = "join_room", room, id = 1 }, "joined_room");
        Assert.Equal(room, joined.Text("room"));
        Assert.Equal(1, joined.Number("ref"));
        Assert.NotEmpty(joined.Text("message")!);
        var left = await socket.AskAsync(new { type = "leave_room", room, id = 2 }, "left_room");
        Assert.Equal(room, left.Text("room"));
        Assert.Equal(2, left.Number("ref"));
    }

    [Theory]
    [InlineData("recruiter", "admins")]
    [InlineData("recruiter", "candidates")]
    [InlineData("candidate", "recruiters")]
    [InlineData("service", "recruiters")]
    [InlineData("recruiter", $"candidate:{Nowhere}")]
    public async Task A_room_for_others_is_forbidden(string role, string room)
    {
        using var user = await fixture.SignInAsync(role);
        await using var socket = await user.ConnectAsync();
        var error = await socket.AskAsync(new { type = "join_room", room, id = "j" }, "error");
        Assert.Equal("forbidden", error.Text("code"));
        Assert.Equal("j", error.Text("ref"));
    }

    [Fact]
    public async Task The_room_of_a_candidate_is_for_those_who_may_see_them()
    {
        using var owner = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var resumeId = await owner.UploadedAsync(SampleResumes.Text(Person.Next()));
        var room = $"candidate:{(await owner.EndOfImportAsync(resumeId)).Id("candidate_id")}";

        foreach (var user in (TestUser[])[owner, admin])
        {
            await using var socket = await user.ConnectAsync();
            Assert.Equal(room, (await socket.AskAsync(new { type = "join_room", room }, "joined_room")).Text("room"));
        }

        await using var foreign = await other.ConnectAsync();
        Assert.Equal("forbidden", (await foreign.AskAsync(new { type = "join_room", room }, "error")).Text("code"));
    }

    [Theory]
    [InlineData("""{ "type": "join_room", "room": "everyone" }""", "validation_failed", "room")]
    [InlineData("""{ "type": "join_room", "room": "Recruiters" }""", "validation_failed", "room")]
    [InlineData("""{ "type": "join_room", "room": "" }""", "validation_failed", "room")]
    [InlineData("""{ "type": "join_room" }""", "validation_failed", "room")]
    [InlineData("""{ "type": "leave_room" }""", "validation_failed", "room")]
    [InlineData("""{ "type": "watch_resume" }""", "validation_failed", "resume_id")]
    [InlineData("""{ "type": "watch_resume", "resume_id": null }""", "validation_failed", "resume_id")]
    [InlineData("""{ "type": "watch_resume", "resume_id": 17 }""", "validation_failed", "resume_id")]
    [InlineData("""{ "type": "unwatch_resume", "resume_id": "seventeen" }""", "validation_failed", "resume_id")]
    [InlineData("""{ "type": 1 }""", "validation_failed", "type")]
    [InlineData("""{ "room": "recruiters" }""", "validation_failed", "type")]
    [InlineData("{}", "validation_failed", "type")]
    [InlineData("""{ "type": "delete_everything" }""", "unknown_type", "type")]
    [InlineData("""{ "type": "PING" }""", "unknown_type", "type")]
    [InlineData("", "malformed_json", "")]
    [InlineData("ping", "malformed_json", "")]
    [InlineData("""{ "type": "ping" """, "malformed_json", "")]
    [InlineData("""{ "type": "ping" } { "type": "ping" }""", "malformed_json", "")]
    [InlineData("""["ping"]""", "malformed_json", "")]
    [InlineData("null", "malformed_json", "")]
    public async Task A_wrong_message_is_an_error_and_no_end(string message, string code, string named)
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        var error = await socket.AskAsync(message, "error");

        Assert.Equal(code, error.Text("code"));
        Assert.Contains(named, error.Text("message"), StringComparison.Ordinal);
        await socket.AskAsync(new { type = "ping" }, "pong");
    }

    [Fact]
    public async Task A_binary_message_is_malformed()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        await socket.SendBytesAsync("""{ "type": "ping" }"""u8.ToArray());
        Assert.Equal("malformed_json", (await socket.NextAsync("error")).Text("code"));
        await socket.AskAsync(new { type = "ping" }, "pong");
    }

    [Fact]
    public async Task What_a_message_carries_beyond_the_contract_is_passed_over()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        var pong = await socket.AskAsync("""{ "id": "p-1", "more": { "of": ["this"] }, "type": "ping" }""", "pong");
        Assert.Equal("p-1", pong.Text("ref"));
    }

    [Fact]
    public async Task Twenty_malformed_messages_in_a_row_end_the_connection_with_4400()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        for (var count = 0; count < 20; count++)
            await socket.SendTextAsync("no json");

        Assert.Equal(4400, (await socket.ClosedAsync()).Code);
        Assert.Equal(19, socket.Frames.Count(frame => frame.Text("type") == "error"));
    }

    [Fact]
    public async Task Messages_over_the_rate_are_told_when_to_come_again()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        for (var count = 0; count < 60; count++)
            await socket.SendAsync(new { type = "ping", id = count });

        var limited = await socket.NextAsync("error");
        Assert.Equal("rate_limited", limited.Text("code"));
        Assert.InRange(limited.Number("retry_after_ms"), 1, 1000);
        Assert.True(limited.Has("ref"));
    }

    [Fact]
    public async Task A_message_over_the_size_limit_ends_its_connection_alone()
    {
        using var user = await fixture.RecruiterAsync();
        await using var large = await user.ConnectAsync();
        await using var same = await user.ConnectAsync();
        await large.SendTextAsync($$"""{ "type": "ping", "padding": "{{new string('x', 16 * 1024)}}" }""");

        Assert.Equal(1009, (await large.ClosedAsync()).Code);
        await same.AskAsync(new { type = "ping" }, "pong");
        await using var again = await user.ConnectAsync();
        await again.AskAsync(new { type = "ping" }, "pong");
    }

    [Fact]
    public async Task A_message_of_exactly_the_limit_is_read()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        const string Start = """{"type":"ping","padding":" """;
        await socket.SendTextAsync(Start + new string('x', (16 * 1024) - Start.Length - 2) + "\"}");
        await socket.NextAsync("pong");
    }

    [Fact]
    public async Task The_eleventh_connection_of_a_user_is_closed_with_4409()
    {
        using var user = await fixture.RecruiterAsync();
        var sockets = new List<TestSocket>();
        for (var count = 0; count < 10; count++)
            sockets.Add(await user.ConnectAsync());

        await using (var eleventh = await TestSocket.ConnectAsync(fixture.Server.Address, $"token={user.Token}"))
            Assert.Equal(4409, (await eleventh.ClosedAsync()).Code);
        foreach (var socket in sockets)
        {
            await socket.AskAsync(new { type = "ping" }, "pong");
            await socket.DisposeAsync();
        }
    }
}
