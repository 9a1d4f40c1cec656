using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.IntegrationTests.Realtime;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Telemetry;

namespace HotGigs.Infrastructure.IntegrationTests.Observability;

/// <summary>What the live connections tell of themselves, to the last digit.</summary>
public sealed class RealtimeMetricsTests
{
    private static readonly NotificationsReadUpTo Change = new("ann", 5, null, new FeedSnapshot("epoch-1", 9, 4, 1));

    [Fact]
    public async Task Gauges_follow_connections_and_settle_at_zero()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 1));
        using (var tab = await host.ConnectAsync())
        using (await host.ConnectAsync())
        {
            await tab.SendAsync("""{"type":"join_room","room":"recruiters"}""");
            await tab.ReceiveAsync();
            await tab.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Guid.Empty}}"}""");
            await tab.ReceiveAsync();

            Assert.Equal(2, measured.Now("hotgigs.realtime.connections"));
            Assert.Equal(1, measured.Now("hotgigs.realtime.users"));
            Assert.Equal(1, measured.Now("hotgigs.realtime.rooms"));
            Assert.Equal(1, measured.Now("hotgigs.realtime.room.members"));
            Assert.Equal(1, measured.Now("hotgigs.realtime.watches"));
            await tab.CloseAsync();
        }

        await Eventually.TrueAsync(() => measured.Sum("hotgigs.realtime.disconnects") == 2);
        Assert.Equal(1, measured.Sum("hotgigs.realtime.disconnects", "close_code=1000"));
        Assert.Equal(1, measured.Sum("hotgigs.realtime.disconnects", "close_code=1006"));
        Assert.Equal(2, measured.Now("hotgigs.realtime.connections.opened"));
        foreach (var gauge in (string[])["connections", "users", "rooms", "room.members", "watches", "queue.frames", "queue.bytes"])
            Assert.Equal(0, measured.Now($"hotgigs.realtime.{gauge}"));
    }

    [Fact]
    public async Task Delivery_is_timed_from_the_commit_until_written_and_until_confirmed()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        using var client = await host.ConnectAsync();
        var committedAt = host.Clock.GetTimestamp();
        host.Clock.Advance(TimeSpan.FromMilliseconds(25));

        await host.PublishAsync(Change, committedAt);
        Assert.Equal("notification_updated", (await client.ReceiveAsync()).GetProperty("type").GetString());
        await Eventually.TrueAsync(() => measured.Of("hotgigs.realtime.delivery.duration").Count == 1);
        host.Clock.Advance(TimeSpan.FromMilliseconds(75));
        await client.SendAsync("""{"type":"ack","seq":8}""");
        await client.ExpectNothingAsync();
        Assert.Empty(measured.Of("hotgigs.realtime.ack.duration"));
        await client.SendAsync("""{"type":"ack","seq":9}""");
        await client.SendAsync("""{"type":"ack","seq":9}""");
        await client.ExpectNothingAsync();

        Assert.Equal(0.025, Assert.Single(measured.Of("hotgigs.realtime.delivery.duration")), 6);
        Assert.Equal(0.1, Assert.Single(measured.Of("hotgigs.realtime.ack.duration")), 6);
    }

    [Fact]
    public async Task Of_several_changes_in_one_write_the_oldest_is_timed()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        using var silent = SilentConnection.Of(host, "ann");
        var first = host.Clock.GetTimestamp();
        host.Clock.Advance(TimeSpan.FromMilliseconds(30));
        var second = host.Clock.GetTimestamp();
        host.Clock.Advance(TimeSpan.FromMilliseconds(10));

        await host.PublishAsync(Change, second);
        await host.PublishAsync(Change, first);
        await host.PublishAsync(Change);
        var greeting = MembershipFrames.JoinedRoom("greeting", default);
        silent.Connection.Greet(greeting);

        await Eventually.TrueAsync(() => measured.Of("hotgigs.realtime.write.frames").Count == 1);
        Assert.Equal(4, measured.Sum("hotgigs.realtime.write.frames"));
        Assert.Equal(4, measured.Sum("hotgigs.realtime.sent.frames"));
        Assert.Equal(greeting.Size + (3 * NotificationFrames.ReadUpTo(Change).Size), measured.Sum("hotgigs.realtime.sent.bytes"));
        await Eventually.TrueAsync(() => measured.Of("hotgigs.realtime.delivery.duration").Count == 1);
        Assert.Equal(0.04, Assert.Single(measured.Of("hotgigs.realtime.delivery.duration")), 6);
    }

    [Fact]
    public async Task A_client_that_was_too_slow_is_one_disconnect_with_4440()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        using var client = await host.ConnectAsync();
        var connection = host.Registry.Users.All.Single();
        var frame = MembershipFrames.JoinedRoom(new string('x', 30_000), default);
        while (!connection.IsClosing)
            connection.Enqueue(frame);

        Assert.Equal(4440, await client.ReceiveCloseAsync());

        await Eventually.TrueAsync(() => measured.Of("hotgigs.realtime.disconnects").Count == 1);
        Assert.Equal(1, measured.Sum("hotgigs.realtime.disconnects", "close_code=4440"));
        Assert.True(connection.LeftUnread.Bytes > 900_000, $"{connection.LeftUnread}");
        Assert.Equal(0, measured.Now("hotgigs.realtime.queue.bytes"));
    }

    [Fact]
    public async Task Messages_are_counted_by_type_and_refusals_by_code_and_never_by_what_a_client_wrote()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        using var client = await host.ConnectAsync();

        foreach (var message in (string[])["""{"type":"secret"}""", "[]", """{"type":"join_room","room":"admins"}""", """{"type":"join_room","room":"recruiters"}"""])
        {
            await client.SendAsync(message);
            await client.ReceiveAsync();
        }

        await Eventually.TrueAsync(() => measured.Sum("hotgigs.realtime.messages.received") == 3);
        Assert.Equal(1, measured.Sum("hotgigs.realtime.messages.received", "message.type=unknown"));
        Assert.Equal(2, measured.Sum("hotgigs.realtime.messages.received", "message.type=join_room"));
        Assert.Equal(3, measured.Sum("hotgigs.realtime.messages.refused"));
        foreach (var code in (string[])["unknown_type", "malformed_json", "forbidden"])
            Assert.Equal(1, measured.Sum("hotgigs.realtime.messages.refused", $"error.type={code}"));
    }

    [Fact]
    public async Task Those_who_are_not_served_are_counted_by_reason()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxConnectionsPerUser"] = "1" });
        using var measured = new Measurements(host.Meters);
        using var invalid = await host.OpenAsync(path: "/rejected");
        Assert.Equal(4401, await invalid.ReceiveCloseAsync());
        using var first = await host.ConnectAsync();
        using var second = await host.OpenAsync();
        Assert.Equal(4409, await second.ReceiveCloseAsync());

        Assert.Equal(2, measured.Sum("hotgigs.realtime.handshakes.refused"));
        Assert.Equal(1, measured.Sum("hotgigs.realtime.handshakes.refused", "reason=invalid_token"));
        Assert.Equal(1, measured.Sum("hotgigs.realtime.handshakes.refused", "reason=user_limit"));
        Assert.Empty(measured.Of("hotgigs.realtime.disconnects"));
    }

    [Fact]
    public async Task Refusals_are_summed_up_once_a_minute()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Refusals.Count("no_token");
        host.Refusals.Count("user_limit");
        host.Refusals.Count("no_token");

        Assert.Null(host.Refusals.TakeSummary());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => host.Log.Entries.Any(line => line.Text.Contains("no_token 2, user_limit 1.", StringComparison.Ordinal)));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(host.Refusals.TakeSummary());
    }
}
