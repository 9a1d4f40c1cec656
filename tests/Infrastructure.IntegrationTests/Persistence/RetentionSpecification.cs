using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>How notifications leave in their time, whichever database they are kept in.</summary>
public abstract class RetentionSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task Those_that_expire_together_leave_list_and_counts_as_one_change_of_each_feed()
    {
        var rosa = await SendAsync(Rosa.Id, 3, TestNode.Start.AddMinutes(1));
        var ben = await SendAsync(Ben.Id, 2, TestNode.Start.AddMinutes(1));
        await SendAsync(Rosa.Id, 1, TestNode.Start.AddMinutes(2));
        await SendAsync(Rosa.Id, 1, null);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(5, await ExpireAsync(Node));

        var deleted = Node.Events.Published.OfType<NotificationsDeleted>().ToDictionary(one => one.UserId);
        Assert.Equal(rosa.Order(), deleted[Rosa.Id].NotificationIds.Order());
        Assert.Equal(ben.Order(), deleted[Ben.Id].NotificationIds.Order());
        Assert.Equal((6L, 2, 2), Figures(deleted[Rosa.Id].Feed));
        Assert.Equal((3L, 0, 0), Figures(deleted[Ben.Id].Feed));
        await AssertCountsAsync(Rosa.Id, 2);
        await AssertCountsAsync(Ben.Id, 0);
    }

    [Fact]
    public async Task Expiring_again_changes_nothing_and_takes_no_number()
    {
        await SendAsync(Rosa.Id, 1, TestNode.Start.AddMinutes(1));
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExpireAsync(Node);

        Assert.Equal(0, await ExpireAsync(Node));

        Assert.Equal(2, (await HeadAsync(Rosa.Id)).Seq);
    }

    [Fact]
    public async Task Two_servers_that_look_at_the_same_time_expire_each_once()
    {
        for (var i = 0; i < 20; i++)
            await SendAsync($"user-{i}", 3, TestNode.Start.AddMinutes(1));
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        OtherNode.Clock.Advance(TimeSpan.FromMinutes(1));

        var expired = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => ExpireAsync(i % 2 == 0 ? Node : OtherNode))));

        Assert.Equal(60, expired.Sum());
        var told = Node.Events.Published.Concat(OtherNode.Events.Published).OfType<NotificationsDeleted>().ToList();
        Assert.Equal(60, told.SelectMany(one => one.NotificationIds).Distinct().Count());
        Assert.Equal(60, told.Sum(one => one.NotificationIds.Count));
        for (var i = 0; i < 20; i++)
            Assert.Equal((4L, 0, 0), Figures(await HeadAsync($"user-{i}")));
    }

    [Fact]
    public async Task Counts_stay_exact_when_notifications_are_read_deleted_and_added_while_they_expire()
    {
        var ids = await SendAsync(Rosa.Id, 60, TestNode.Start.AddMinutes(1));
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        OtherNode.Clock.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(
        [
            .. ids.Take(20).Select(id => Task.Run(() => QuietlyAsync(OtherNode.SendAsync(new MarkNotificationRead(Rosa, id))))),
            .. ids.Skip(10).Take(20).Select(id => Task.Run(() => (Task)Node.SendAsync(new DeleteNotification(Rosa, id)))),
            .. Enumerable.Range(0, 6).Select(i => Task.Run(() => (Task)ExpireAsync(i % 2 == 0 ? Node : OtherNode, limit: 7))),
            Task.Run(() => (Task)OtherNode.SendAsync(new MarkAllNotificationsRead(Rosa, 40, null))),
            .. Enumerable.Range(0, 10).Select(_ => Task.Run(() => (Task)SendAsync(Rosa.Id, 1, null))),
        ]);
        while (await ExpireAsync(Node) > 0)
        {
        }

        await AssertCountsAsync(Rosa.Id, 10);
    }

    [Theory]
    [InlineData(KeptAs.Unread)]
    [InlineData(KeptAs.Read)]
    public async Task What_has_been_kept_long_enough_in_its_state_leaves_and_nothing_else(KeptAs state)
    {
        var old = await SendAsync(Rosa.Id, 4, null);
        await Node.SendAsync(new NotifyMatchFound(Rosa.Id, Guid.CreateVersion7(), 90, "Tester", null));
        foreach (var id in old.Take(2))
            await Node.SendAsync(new MarkNotificationRead(Rosa, id));
        Node.Clock.Advance(TimeSpan.FromDays(2));
        var fresh = await SendAsync(Rosa.Id, 2, null);
        await Node.SendAsync(new MarkNotificationRead(Rosa, fresh[0]));

        var retired = await Node.SendAsync(new RetireNotifications(
            new Outlived.KeptSince(NotificationType.CandidateShared, state, TestNode.Start.AddDays(1)), 100));

        Assert.Equal(2, retired);
        var expected = state == KeptAs.Read ? old.Take(2) : old.Skip(2);
        Assert.Equal(expected.Order(), Assert.Single(Node.Events.Published.OfType<NotificationsDeleted>()).NotificationIds.Order());
        await AssertCountsAsync(Rosa.Id, 5);
    }

    [Fact]
    public async Task What_was_brought_back_or_marked_unread_is_kept_anew()
    {
        var ids = await SendAsync(Rosa.Id, 2, null);
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));
        await Node.SendAsync(new ArchiveNotification(Rosa, ids[0]));
        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.SendAsync(new UnarchiveNotification(Rosa, ids[0]));
        await Node.SendAsync(new MarkNotificationUnread(Rosa, ids[1]));

        foreach (var state in Enum.GetValues<KeptAs>())
        {
            Assert.Equal(0, await Node.SendAsync(new RetireNotifications(
                new Outlived.KeptSince(NotificationType.CandidateShared, state, TestNode.Start.AddDays(1)), 100)));
        }
    }

    [Fact]
    public async Task What_was_read_in_time_is_not_taken_for_unread()
    {
        var ids = await SendAsync(Rosa.Id, 1, null);
        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.SendAsync(new MarkNotificationRead(Rosa, ids[0]));

        foreach (var state in Enum.GetValues<KeptAs>())
        {
            Assert.Equal(0, await Node.SendAsync(new RetireNotifications(
                new Outlived.KeptSince(NotificationType.CandidateShared, state, TestNode.Start.AddDays(1)), 100)));
        }
    }

    [Fact]
    public async Task A_purge_removes_tombstones_and_whoever_was_away_since_before_starts_over()
    {
        var ids = await SendAsync(Rosa.Id, 4, null);
        await Node.SendAsync(new DeleteNotification(Rosa, ids[0]));
        await Node.SendAsync(new DeleteNotification(Rosa, ids[1]));
        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.SendAsync(new DeleteNotification(Rosa, ids[2]));
        var epoch = (await HeadAsync(Rosa.Id)).Epoch;
        Assert.True((await SyncAsync(0, epoch)).Recovered);

        Assert.Equal(2, await Node.SendAsync(new PurgeTombstones(TestNode.Start.AddDays(1), 100)));

        await using (var context = Node.Get<Func<HotGigsDbContext>>()())
            Assert.Equal(ids.Skip(2).Order(), await context.Notifications.Select(one => one.Id).OrderBy(id => id).ToListAsync(Cancelled));
        foreach (var since in (long[])[0, 4, 5])
            Assert.False((await SyncAsync(since, epoch)).Recovered);
        var rest = await SyncAsync(6, epoch);
        Assert.Equal((true, 7L), (rest.Recovered, rest.Seq));
        Assert.Equal([ids[2]], rest.Deleted);
        Assert.Equal(7, (await HeadAsync(Rosa.Id)).Seq);
        await AssertCountsAsync(Rosa.Id, 1);
    }

    [Fact]
    public async Task A_purge_between_two_pages_of_a_recovery_makes_the_client_start_over()
    {
        await SendAsync(Rosa.Id, 310, null);
        var last = await SendAsync(Rosa.Id, 1, null);
        await Node.SendAsync(new DeleteNotification(Rosa, last[0]));
        var epoch = (await HeadAsync(Rosa.Id)).Epoch;
        var first = await SyncAsync(0, epoch);
        Assert.True(first.More);

        await Node.SendAsync(new PurgeTombstones(TestNode.Start, 100));

        Assert.False((await SyncAsync(first.Seq, epoch)).Recovered);
    }

    [Fact]
    public async Task Two_servers_that_purge_at_the_same_time_remove_each_once()
    {
        foreach (var id in await SendAsync(Rosa.Id, 40, null))
            await Node.SendAsync(new DeleteNotification(Rosa, id));

        var purged = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Node : OtherNode).SendAsync(new PurgeTombstones(TestNode.Start, 100)))));

        Assert.Equal(40, purged.Sum());
        Assert.True((await SyncAsync(80, (await HeadAsync(Rosa.Id)).Epoch)).Recovered);
    }

    [Fact]
    public async Task Nothing_is_removed_beyond_the_limit_and_the_oldest_goes_first()
    {
        var ids = await SendAsync(Rosa.Id, 5, null);
        foreach (var id in ids)
        {
            await Node.SendAsync(new DeleteNotification(Rosa, id));
            Node.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, await Node.SendAsync(new PurgeTombstones(Node.Clock.GetUtcNow(), 2)));

        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Assert.Equal(ids.Skip(2).Order(), await context.Notifications.Select(one => one.Id).OrderBy(id => id).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task What_was_withheld_and_which_events_were_received_is_forgotten_in_its_time()
    {
        for (var i = 0; i < 3; i++)
        {
            await Node.SendAsync(Shared(Rosa.Id, TestNode.Start.AddDays(-1)));
            await AddEventAsync((byte)i);
            Node.Clock.Advance(TimeSpan.FromDays(1));
        }

        var store = Node.Get<IRetentionStore>();
        Assert.Equal(1, await store.RemoveWithheldAsync(TestNode.Start.AddDays(1), 1, Cancelled));
        Assert.Equal(1, await store.RemoveWithheldAsync(TestNode.Start.AddDays(1), 10, Cancelled));
        Assert.Equal(0, await store.RemoveWithheldAsync(TestNode.Start.AddDays(1), 10, Cancelled));
        Assert.Equal(2, await store.RemoveReceivedEventsAsync(TestNode.Start.AddDays(1), 10, Cancelled));
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Assert.Equal(TestNode.Start.AddDays(2), Assert.Single(await context.WithheldNotifications.ToListAsync(Cancelled)).At);
        Assert.Equal(TestNode.Start.AddDays(2), Assert.Single(await context.ReceivedEvents.ToListAsync(Cancelled)).ReceivedAt);
    }

    private static NotifyCandidateShared Shared(string userId, DateTimeOffset? expiresAt) =>
        new(userId, Guid.CreateVersion7(), "Jane Doe", "Ada", null, null) { ExpiresAt = expiresAt };

    private static (long, int, int) Figures(FeedSnapshot feed) => (feed.Seq, feed.UnreadCount, feed.UnseenCount);

    private static Task<int> ExpireAsync(TestNode node, int limit = 500) =>
        node.SendAsync(new RetireNotifications(new Outlived.Expired(node.Clock.GetUtcNow()), limit));

    // It may have expired or been deleted a moment ago.
    private static async Task QuietlyAsync(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<IReadOnlyList<Guid>> SendAsync(string userId, int count, DateTimeOffset? expiresAt)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
            ids.AddRange((await Node.SendAsync(Shared(userId, expiresAt))).NotificationIds);
        return ids;
    }

    private async Task AddEventAsync(byte number)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var key = new byte[32];
        key[0] = number;
        context.ReceivedEvents.Add(new ReceivedEvent { Key = key, Source = "test", EventId = $"{number}", ReceivedAt = Node.Clock.GetUtcNow() });
        await context.SaveChangesAsync(Cancelled);
    }

    private Task<SyncResult> SyncAsync(long since, string epoch) => Node.SendAsync(new SyncNotifications(Rosa, since, epoch));

    private Task<FeedSnapshot> HeadAsync(string userId) => Node.Get<IFeedReader>().GetHeadAsync(userId, Cancelled);

    private async Task AssertCountsAsync(string userId, int listed)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var all = await context.Notifications.AsNoTracking().Where(one => one.UserId == userId).ToListAsync(Cancelled);
        var head = await HeadAsync(userId);
        Assert.Equal(listed, all.Count(one => !one.IsDeleted));
        Assert.Equal(all.Count(one => one is { IsRead: false, IsArchived: false, IsDeleted: false }), head.UnreadCount);
        Assert.Equal(all.Count(one => one is { IsSeen: false, IsArchived: false, IsDeleted: false }), head.UnseenCount);
    }
}

public sealed class SqliteRetention() : RetentionSpecification(new SqliteTestDatabase());

public sealed class SqlServerRetention() : RetentionSpecification(new SqlServerTestDatabase());
