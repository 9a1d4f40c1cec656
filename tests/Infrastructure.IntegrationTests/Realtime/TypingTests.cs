using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Who types in a room, as the others there are told.</summary>
public sealed class TypingTests
{
    private const string AnnTypes = """{"type":"typing","room":"recruiters","user_id":"ann","is_typing":true}""";
    private const string AnnStopped = """{"type":"typing","room":"recruiters","user_id":"ann","is_typing":false}""";

    [Fact]
    public async Task It_is_told_to_the_other_users_in_the_room_and_not_answered()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var secondTab = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");
        using var outside = await host.ConnectAsync("carl");

        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
        await TypeAsync(ann, false);
        await bob.ExpectAsync(AnnStopped);

        foreach (var client in (TestClient[])[ann, secondTab, outside])
            await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task It_is_gone_after_5_seconds_unless_it_is_repeated()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");
        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);

        host.Clock.Advance(TimeSpan.FromSeconds(4));
        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
        host.Clock.Advance(TimeSpan.FromSeconds(4));
        await bob.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await bob.ExpectAsync(AnnStopped);
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await bob.ExpectNothingAsync();
    }

    [Fact]
    public async Task Who_begins_and_stops_without_end_is_told_on_once_a_second()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");

        for (var i = 0; i < 4; i++)
        {
            await TypeAsync(ann, true);
            await TypeAsync(ann, false);
        }

        await ann.ExpectNothingAsync();
        await bob.ExpectAsync(AnnTypes);
        await bob.ExpectAsync(AnnStopped);
        await bob.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
    }

    [Fact]
    public async Task It_ends_when_the_one_who_types_leaves_or_is_gone()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");

        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
        await ann.ExpectAsync(
            """{"type":"leave_room","room":"recruiters"}""",
            """{"type":"left_room","room":"recruiters","message":"Left room recruiters"}""");
        await bob.ExpectAsync(AnnStopped);

        await ann.SendAsync("""{"type":"join_room","room":"recruiters"}""");
        await ann.ReceiveAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
        ann.Socket.Abort();
        await bob.ExpectAsync(AnnStopped);
    }

    [Fact]
    public async Task Another_tab_that_is_idle_does_not_end_it()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var secondTab = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");
        await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);

        await TypeAsync(secondTab, false);
        await bob.ExpectNothingAsync();
        await secondTab.CloseAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 2, text: "ended");

        await bob.ExpectNothingAsync();
    }

    [Fact]
    public async Task Repeats_are_told_on_once_a_second_and_stopping_once()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await JoinAsync(host, "ann");
        using var bob = await JoinAsync(host, "bob");

        for (var i = 0; i < 10; i++)
            await TypeAsync(ann, true);
        await bob.ExpectAsync(AnnTypes);
        await bob.ExpectNothingAsync();
        await TypeAsync(ann, false);
        await TypeAsync(ann, false);

        await bob.ExpectAsync(AnnStopped);
        await bob.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_slow_reader_is_sent_the_latest_of_each_who_types()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var reader = SilentConnection.Of(host, "ann");
        using var bob = SilentConnection.Of(host, "bob");
        foreach (var silent in (SilentConnection[])[reader, bob])
            host.Registry.TryJoin(silent.Connection, "recruiters");

        for (var i = 0; i < 50; i++)
        {
            Assert.True(host.Presence.TrySetTyping(bob.Connection, "recruiters", true));
            Assert.True(host.Presence.TrySetTyping(bob.Connection, "recruiters", false));
        }

        Assert.False(Assert.Single(await reader.ReleaseAsync()).Flag("is_typing"));
    }

    [Theory]
    [InlineData("""{"type":"typing","room":"recruiters","is_typing":true}""", "forbidden", "Join the room before you type in it.")]
    [InlineData("""{"type":"typing","room":"kitchen","is_typing":true}""", "validation_failed", "room: There is no such room.")]
    [InlineData("""{"type":"typing","room":"recruiters"}""", "validation_failed", "is_typing: This is missing.")]
    [InlineData("""{"type":"typing","room":"recruiters","is_typing":"yes"}""", "validation_failed", "is_typing: This must be true or false.")]
    public async Task Who_is_not_in_the_room_or_says_nothing_clear_is_refused(string message, string code, string why)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var ann = await host.ConnectAsync("ann");
        await ann.SendAsync(message);

        var error = await ann.ReceiveAsync();

        Assert.Equal(("error", code, why), (error.Text("type"), error.Text("code"), error.Text("message")));
    }

    // The answer to a ping comes once the message before it has been done.
    private static async Task TypeAsync(TestClient client, bool isTyping)
    {
        await client.SendAsync($$"""{"type":"typing","room":"recruiters","is_typing":{{(isTyping ? "true" : "false")}}}""");
        await client.ExpectNothingAsync();
    }

    private static async Task<TestClient> JoinAsync(RealtimeHost host, string user)
    {
        var client = await host.ConnectAsync(user);
        await client.SendAsync("""{"type":"join_room","room":"recruiters"}""");
        Assert.Equal("joined_room", (await client.ReceiveAsync()).Text("type"));
        return client;
    }
}
