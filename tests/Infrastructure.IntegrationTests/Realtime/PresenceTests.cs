using System.Text.Json;
using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Who is in a room, as those in it are told.</summary>
public sealed class PresenceTests
{
    private const string AnnIsHere = """{"user_id":"ann","name":"Ann","status":"online","last_seen":null}""";
    private const string BobIsHere = """{"user_id":"bob","name":"Bob","status":"online","last_seen":null}""";

    [Fact]
    public async Task The_whole_state_is_answered_and_then_each_who_comes_is_told_once()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");

        await ann.ExpectAsync(
            """{"type":"presence","room":"recruiters","id":4}""",
            $$"""{"type":"presence","room":"recruiters","users":[{{AnnIsHere}}],"ref":4}""");
        using var bob = await JoinAsync(host, "bob");
        await ann.ExpectAsync($$"""{"type":"presence","room":"recruiters","users":[{{BobIsHere}}]}""");

        using var secondTab = await JoinAsync(host, "bob");
        await ann.ExpectNothingAsync();
        await bob.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_user_is_gone_once_their_last_connection_has_been_for_10_seconds()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await WatchAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");
        using var secondTab = await JoinAsync(host, "bob");
        await ann.ExpectAsync($$"""{"type":"presence","room":"recruiters","users":[{{BobIsHere}}]}""");

        await LeaveAsync(host, bob);
        await AdvanceAsync(host, 20, ann);
        await ann.ExpectNothingAsync();

        await LeaveAsync(host, secondTab);
        await AdvanceAsync(host, 9, ann);
        await ann.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await ann.ExpectAsync(
            """{"type":"presence","room":"recruiters","users":[{"user_id":"bob","name":"Bob","status":"offline","last_seen":"2026-03-01T12:00:20.000Z"}]}""");
    }

    [Fact]
    public async Task A_reload_is_no_coming_and_going()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await WatchAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");
        await ann.ReceiveAsync();

        await LeaveAsync(host, bob);
        await AdvanceAsync(host, 5, ann);
        using var reloaded = await JoinAsync(host, "bob");
        await AdvanceAsync(host, 30, ann);

        await ann.ExpectNothingAsync();
        await ann.ExpectAsync(
            """{"type":"presence","room":"recruiters"}""",
            $$"""{"type":"presence","room":"recruiters","users":[{{AnnIsHere}},{{BobIsHere}}]}""");
    }

    [Fact]
    public async Task Leaving_the_room_is_going_though_the_connection_stays_and_ends_what_it_is_told()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await WatchAsync(host, "ann");
        using var bob = await WatchAsync(host, "bob");
        await ann.ReceiveAsync();

        await bob.SendAsync("""{"type":"leave_room","room":"recruiters"}""");
        Assert.Equal("left_room", (await bob.ReceiveAsync()).Text("type"));
        await AdvanceAsync(host, 10, ann, drain: 1);
        using var carl = await JoinAsync(host, "carl");

        Assert.Equal("carl", Assert.Single((await ann.ReceiveAsync()).Items("users")).Text("user_id"));
        await bob.ExpectNothingAsync();
    }

    [Fact]
    public async Task Those_seen_lately_are_shown_as_gone_unless_they_are_here()
    {
        await using var host = await RealtimeHost.StartAsync();
        var noon = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero);
        host.Application.SeenLately = [new SeenUser("ann", "Ann", noon), new SeenUser("carl", "Carl Cole", noon)];
        using var ann = await JoinAsync(host, "ann");

        await ann.ExpectAsync(
            """{"type":"presence","room":"recruiters"}""",
            $$"""{"type":"presence","room":"recruiters","users":[{{AnnIsHere}},{"user_id":"carl","name":"Carl Cole","status":"offline","last_seen":"2026-03-01T11:00:00.000Z"}]}""");
    }

    [Fact]
    public async Task Whoever_may_join_may_ask_and_is_told_of_changes_only_in_the_room()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var outside = await host.ConnectAsync("ann");
        await outside.ExpectAsync(
            """{"type":"presence","room":"recruiters"}""", """{"type":"presence","room":"recruiters","users":[]}""");
        using var bob = await JoinAsync(host, "bob");
        await outside.ExpectNothingAsync();
        await outside.ExpectAsync(
            """{"type":"presence","room":"recruiters"}""", $$"""{"type":"presence","room":"recruiters","users":[{{BobIsHere}}]}""");

        using var candidate = await host.ConnectAsync("kim", Roles.Candidate);
        await candidate.ExpectAsync(
            """{"type":"presence","room":"recruiters","id":"p"}""",
            """{"type":"error","message":"You may not join this room.","code":"forbidden","ref":"p"}""");
        await candidate.ExpectAsync(
            """{"type":"presence"}""", """{"type":"error","message":"room: This is missing.","code":"validation_failed"}""");
    }

    [Fact]
    public async Task Candidates_are_told_no_names()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:PresenceGrace"] = "00:00:00" });
        using var admin = await WatchAsync(host, "ada", Roles.Admin, "candidates");
        using var kim = await WatchAsync(host, "kim", Roles.Candidate, "candidates");
        Assert.Equal("Kim", Assert.Single((await admin.ReceiveAsync()).Items("users")).Text("name"));

        using var lee = await JoinAsync(host, "lee", Roles.Candidate, "candidates");

        await kim.ExpectAsync("""{"type":"presence","room":"candidates","users":[{"user_id":"lee","name":null,"status":"online","last_seen":null}]}""");
        await admin.ExpectAsync("""{"type":"presence","room":"candidates","users":[{"user_id":"lee","name":"Lee","status":"online","last_seen":null}]}""");
        await kim.SendAsync("""{"type":"presence","room":"candidates"}""");
        Assert.All((await kim.ReceiveAsync()).Items("users"), user => Assert.True(user.IsNull("name")));
    }

    [Fact]
    public async Task A_slow_reader_is_sent_the_latest_of_each_user_not_every_change()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:PresenceGrace"] = "00:00:00" });
        using var watcher = SilentConnection.Of(host, "ann");
        host.Registry.TryJoin(watcher.Connection, "recruiters");
        host.Presence.Watch(watcher.Connection, "recruiters", [], default);
        var others = Enumerable.Range(0, 20).Select(i => SilentConnection.Of(host, $"user-{i}")).ToList();

        for (var round = 0; round < 30; round++)
        {
            others.ForEach(other => host.Registry.TryJoin(other.Connection, "recruiters"));
            others.ForEach(other => host.Registry.Leave(other.Connection, "recruiters"));
            host.Presence.Sweep();
        }

        // The whole state, and one place for each of the others.
        Assert.Equal(1 + others.Count, watcher.Connection.Queued.Frames);
        others.ForEach(other => other.Dispose());
    }

    [Fact]
    public async Task A_state_asked_for_again_is_not_undone_by_a_change_that_waited_before_it()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:PresenceGrace"] = "00:00:00" });
        using var watcher = SilentConnection.Of(host, "ann");
        using var bob = SilentConnection.Of(host, "bob");
        host.Registry.TryJoin(watcher.Connection, "recruiters");
        host.Presence.Watch(watcher.Connection, "recruiters", [], default);
        host.Registry.TryJoin(bob.Connection, "recruiters");

        host.Presence.Watch(watcher.Connection, "recruiters", [], default);
        host.Registry.Leave(bob.Connection, "recruiters");
        host.Presence.Sweep();

        var frames = await watcher.ReleaseAsync();
        Assert.Equal(
            ["ann:online", "ann:online bob:online", "bob:offline"],
            frames.Select(frame => string.Join(' ', frame.Items("users").Select(user => $"{user.Text("user_id")}:{user.Text("status")}"))));
    }

    [Fact]
    public async Task When_users_were_last_seen_is_written_together_at_their_coming_and_going_only()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await host.ConnectAsync("ann");
        using var bob = await host.ConnectAsync("bob");
        await AdvanceAsync(host, 5, ann);
        await Eventually.TrueAsync(() => host.Application.LastSeen.Count == 2);
        Assert.All(host.Application.LastSeen, seen => Assert.Equal(host.Clock.GetUtcNow().AddSeconds(-5), seen.At));

        await AdvanceAsync(host, 60, ann);
        await LeaveAsync(host, bob);
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        await Eventually.TrueAsync(() => host.Application.LastSeen.Count == 3);
        Assert.Equal(new LastSeen("bob", host.Clock.GetUtcNow().AddSeconds(-5)), host.Application.LastSeen.Last());
    }

    [Fact]
    public async Task A_clean_stop_writes_when_the_last_ones_were_seen()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await host.ConnectAsync("ann");
        host.Clock.Advance(TimeSpan.FromSeconds(3));

        var stopping = host.StopAsync();
        await ann.ReceiveCloseAsync();
        await stopping;

        Assert.Equal([new LastSeen("ann", host.Clock.GetUtcNow())], host.Application.LastSeen);
    }

    private static async Task<TestClient> JoinAsync(
        RealtimeHost host, string user, Roles roles = Roles.Recruiter, string room = "recruiters")
    {
        var client = await host.ConnectAsync(user, roles);
        await client.SendAsync($$"""{"type":"join_room","room":"{{room}}"}""");
        Assert.Equal("joined_room", (await client.ReceiveAsync()).Text("type"));
        return client;
    }

    private static async Task<TestClient> WatchAsync(
        RealtimeHost host, string user, Roles roles = Roles.Recruiter, string room = "recruiters")
    {
        var client = await JoinAsync(host, user, roles, room);
        await client.SendAsync($$"""{"type":"presence","room":"{{room}}"}""");
        Assert.Equal("presence", (await client.ReceiveAsync()).Text("type"));
        return client;
    }

    private static async Task LeaveAsync(RealtimeHost host, TestClient client)
    {
        var before = host.Registry.Count;
        await client.CloseAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == before - 1, text: "ended");
    }

    /// <summary>Lets time pass in steps, with a sign of life of a client and so that every sweep has run that is due.</summary>
    private static async Task AdvanceAsync(RealtimeHost host, int seconds, TestClient alive, int drain = 0)
    {
        for (var second = 0; second < seconds; second++)
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var frame = 0; frame < drain; frame++)
            await alive.ReceiveAsync();
        await alive.ExpectNothingAsync();
    }
}
