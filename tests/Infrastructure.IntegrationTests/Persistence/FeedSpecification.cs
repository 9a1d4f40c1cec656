using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What a feed guarantees, whichever database it is kept in.</summary>
public abstract class FeedSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task Fifty_notifications_at_the_same_time_for_one_user_get_fifty_contiguous_numbers()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Node.SendAsync(Shared(Rosa.Id)))));

        var page = await ListAsync(Rosa.Id, 100);
        Assert.Equal(Enumerable.Range(1, 50).Select(seq => (long)seq).Reverse(), page.Notifications.Select(one => one.Seq));
        Assert.Equal(new FeedSnapshot(page.Head.Epoch, 50, 50, 50), page.Head);
    }

    [Fact]
    public async Task Two_servers_that_write_to_one_feed_at_the_same_time_leave_no_gap_and_no_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Node : OtherNode).SendAsync(Shared(Rosa.Id)))));

        var page = await ListAsync(Rosa.Id, 100);
        Assert.Equal(Enumerable.Range(1, 50).Select(seq => (long)seq).Reverse(), page.Notifications.Select(one => one.Seq));
        Assert.Equal(50, page.Head.UnreadCount);
    }

    [Fact]
    public async Task What_one_server_has_committed_the_other_tells_with_the_next_head()
    {
        Assert.Equal(0, (await HeadAsync(Rosa.Id)).Seq);
        for (var seq = 1; seq <= 20; seq++)
        {
            await OtherNode.SendAsync(Shared(Rosa.Id));
            var head = await HeadAsync(Rosa.Id);
            Assert.Equal((seq, seq, seq), (head.Seq, head.UnreadCount, head.UnseenCount));
        }
    }

    [Fact]
    public async Task Events_are_published_after_their_commit_and_in_commit_order()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Node.SendAsync(Shared(Rosa.Id)))));

        var created = Node.Events.Published.OfType<NotificationCreated>().ToList();
        Assert.Equal(Enumerable.Range(1, 40).Select(seq => (long)seq), created.Select(one => one.Feed.Seq));
        Assert.All(created, one => Assert.Equal(one.Feed.Seq, one.Feed.UnreadCount));
    }

    [Fact]
    public async Task The_same_event_told_many_times_at_once_by_two_servers_is_one_notification()
    {
        var command = Shared(Rosa.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Node : OtherNode).SendAsync(command))));

        Assert.Single(results, result => result.NotificationIds.Count == 1);
        Assert.Equal(19, results.Sum(result => result.Duplicates));
        Assert.Equal(1, (await HeadAsync(Rosa.Id)).Seq);
    }

    [Fact]
    public async Task The_same_event_is_told_to_each_recipient_once()
    {
        var command = Shared(Rosa.Id);
        await Node.SendAsync(command);

        var other = await Node.SendAsync(command with { UserId = Ben.Id });

        Assert.Single(other.NotificationIds);
    }

    [Fact]
    public async Task One_change_that_fails_does_not_undo_those_it_shares_a_commit_with()
    {
        var missing = Guid.CreateVersion7();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(async () =>
        {
            if (i % 3 != 0)
                return (await Node.SendAsync(Shared(Rosa.Id))).NotificationIds.Count;
            await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new MarkNotificationRead(Rosa, missing)));
            return 0;
        })));

        Assert.Equal(20, outcomes.Sum());
        Assert.Equal(20, (await HeadAsync(Rosa.Id)).Seq);
        Assert.Equal(20, Node.Events.Published.Count);
    }

    [Fact]
    public async Task Counts_stay_exact_under_concurrent_creating_reading_and_deleting()
    {
        for (var i = 0; i < 30; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        var existing = (await ListAsync(Rosa.Id, 100)).Notifications;

        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 20).Select(i => Task.Run(() => (object)Node.SendAsync(Shared(Rosa.Id)))),
            .. existing.Take(10).Select(one => Task.Run(() => (object)OtherNode.SendAsync(new MarkNotificationRead(Rosa, one.Id)))),
            .. existing.Skip(5).Take(10).Select(one => Task.Run(() => (object)Node.SendAsync(new DeleteNotification(Rosa, one.Id)))),
            Task.Run(() => (object)OtherNode.SendAsync(new MarkAllNotificationsRead(Rosa, 25, null))),
        ]);
        // Everything above has been asked for; one more change is done only after all of it.
        await Node.SendAsync(Shared(Rosa.Id));
        await OtherNode.SendAsync(Shared(Rosa.Id));

        var (head, unread, unseen, changes) = await RecountAsync(Rosa.Id);
        Assert.Equal(unread, head.UnreadCount);
        Assert.Equal(unseen, head.UnseenCount);
        Assert.True(changes <= head.Seq);
    }

    [Fact]
    public async Task Reading_all_takes_one_number_and_leaves_what_came_after_the_watermark()
    {
        for (var i = 0; i < 5; i++)
            await Node.SendAsync(Shared(Rosa.Id));

        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, 3, null));

        var page = await ListAsync(Rosa.Id, 10);
        Assert.Equal([false, false, true, true, true], page.Notifications.Select(one => one.IsRead));
        Assert.Equal([5L, 4, 6, 6, 6], page.Notifications.Select(one => one.ChangedSeq));
        Assert.Equal((6L, 2), (page.Head.Seq, page.Head.UnreadCount));
    }

    [Fact]
    public async Task Reading_all_when_nothing_is_unread_takes_no_number()
    {
        await Node.SendAsync(Shared(Rosa.Id));
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));

        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));

        Assert.Equal(2, (await HeadAsync(Rosa.Id)).Seq);
        Assert.Single(Node.Events.Published.OfType<NotificationsReadUpTo>());
    }

    [Fact]
    public async Task A_single_reading_after_reading_all_in_the_same_breath_does_not_count_twice()
    {
        for (var i = 0; i < 10; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        var ids = (await ListAsync(Rosa.Id, 10)).Notifications.Select(one => one.Id).ToList();

        await Task.WhenAll(
        [
            .. ids.Select(id => (Task)Node.SendAsync(new MarkNotificationRead(Rosa, id))),
            Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null)),
            .. ids.Select(id => (Task)Node.SendAsync(new MarkNotificationRead(Rosa, id))),
        ]);

        Assert.Equal((0, 0), await HeadAsync(Rosa.Id) is var head ? (head.UnreadCount, head.UnseenCount) : default);
    }

    [Fact]
    public async Task User_ids_that_differ_in_case_only_are_two_users()
    {
        await Node.SendAsync(Shared("sam"));
        await Node.SendAsync(Shared("Sam"));

        Assert.Equal(1, (await HeadAsync("sam")).Seq);
        Assert.Equal(1, (await HeadAsync("Sam")).Seq);
    }

    [Fact]
    public async Task Everything_about_a_notification_survives_being_stored()
    {
        var candidate = Guid.CreateVersion7();
        var expires = TestNode.Start.AddDays(3).AddMilliseconds(123);
        await Node.SendAsync(new NotifyCandidateShared(Rosa.Id, candidate, "Zoë Łukasz 李雷", "Ada", "fits \"well\"", null)
        {
            Actor = new Actor(Ada.Id, Ada.Name),
            ExpiresAt = expires,
        });

        var stored = Assert.Single((await ListAsync(Rosa.Id, 10)).Notifications);
        Assert.Equal(NotificationType.CandidateShared, stored.Type);
        Assert.Equal("Ada shared candidate Zoë Łukasz 李雷 with you", stored.Message);
        Assert.Equal(new RelatedEntities { CandidateId = candidate }, stored.Related);
        Assert.Equal(new Actor(Ada.Id, Ada.Name), stored.Actor);
        Assert.Equal(expires, stored.ExpiresAt);
        Assert.Equal(TestNode.Start, stored.CreatedAt);
        Assert.Contains("Zoë Łukasz 李雷", stored.PayloadJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_and_its_counts_are_of_the_same_instant()
    {
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
                await OtherNode.SendAsync(Shared(Rosa.Id));
            await done.CancelAsync();
        });

        do
        {
            var page = await ListAsync(Rosa.Id, 100);
            Assert.Equal(page.Head.Seq, page.Notifications.Count);
            Assert.Equal(page.Head.UnreadCount, page.Notifications.Count);
        }
        while (!done.IsCancellationRequested);
        await writing;
    }

    [Fact]
    public async Task A_feed_is_paged_by_position_whatever_arrives_meanwhile()
    {
        for (var i = 0; i < 7; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        var first = await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(null, 3), Cancelled);
        await Node.SendAsync(Shared(Rosa.Id));

        var second = await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(first.Notifications[^1].Seq, 3), Cancelled);
        var third = await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(second.Notifications[^1].Seq, 3), Cancelled);

        Assert.Equal([7L, 6, 5], first.Notifications.Select(one => one.Seq));
        Assert.Equal([4L, 3, 2], second.Notifications.Select(one => one.Seq));
        Assert.Equal([1L], third.Notifications.Select(one => one.Seq));
        Assert.Equal((true, true, false), (first.HasMore, second.HasMore, third.HasMore));
    }

    [Fact]
    public async Task Seeing_more_than_can_be_told_live_is_found_by_a_sync()
    {
        for (var i = 0; i < 1_001; i++)
            await Node.SendAsync(Shared(Rosa.Id));

        await Node.SendAsync(new MarkNotificationsSeen(Rosa, 1_000));
        Assert.Equal(1_000, Assert.Single(Node.Events.Published.OfType<NotificationsChanged>()).Changes.Count);
        await Node.SendAsync(new MarkNotificationsSeen(Rosa, null));

        var head = await HeadAsync(Rosa.Id);
        Assert.Equal((1_003L, 1_001, 0), (head.Seq, head.UnreadCount, head.UnseenCount));
    }

    [Fact]
    public async Task A_client_that_was_away_recovers_every_change_and_nothing_else()
    {
        for (var i = 0; i < 6; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        var all = (await ListAsync(Rosa.Id, 10)).Notifications;
        var (epoch, since) = (await HeadAsync(Rosa.Id) is var head) ? (head.Epoch, head.Seq) : default;

        await Node.SendAsync(new MarkNotificationRead(Rosa, all[0].Id));
        await Node.SendAsync(new DeleteNotification(Rosa, all[1].Id));
        await Node.SendAsync(Shared(Rosa.Id));
        await Node.SendAsync(new MarkNotificationsSeen(Rosa, 3));

        var missed = await Node.SendAsync(new SyncNotifications(Rosa, since, epoch));
        Assert.Equal((true, 10L, false, 5), (missed.Recovered, missed.Seq, missed.More, missed.UnreadCount));
        Assert.Equal([7L, 9, 10, 10, 10], missed.Notifications.Select(one => one.ChangedSeq));
        Assert.Equal([all[1].Id], missed.Deleted);
        Assert.Empty((await Node.SendAsync(new SyncNotifications(Rosa, missed.Seq, epoch))).Notifications);
    }

    [Fact]
    public async Task A_page_of_a_recovery_never_cuts_a_change_in_two()
    {
        for (var i = 0; i < 310; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, 305, null));
        var epoch = (await HeadAsync(Rosa.Id)).Epoch;

        var first = await Node.SendAsync(new SyncNotifications(Rosa, 0, epoch));

        // Five that are still as they were created, and then the 305 that were read in one change.
        Assert.Equal((true, 311L, false, 310), (first.Recovered, first.Seq, first.More, first.Notifications.Count));
        Assert.Equal(305, first.Notifications.Count(one => one.ChangedSeq == 311));
    }

    [Fact]
    public async Task A_long_recovery_comes_in_pages_that_join_without_a_gap()
    {
        for (var i = 0; i < 650; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        var epoch = (await HeadAsync(Rosa.Id)).Epoch;

        var seqs = new List<long>();
        SyncResult page;
        var since = 0L;
        do
        {
            page = await Node.SendAsync(new SyncNotifications(Rosa, since, epoch));
            seqs.AddRange(page.Notifications.Select(one => one.ChangedSeq));
            since = page.Seq;
        }
        while (page.More);

        Assert.Equal(Enumerable.Range(1, 650).Select(seq => (long)seq), seqs);
    }

    [Fact]
    public async Task A_recovery_that_cannot_be_complete_says_so()
    {
        for (var i = 0; i < 1_001; i++)
            await Node.SendAsync(Shared(Rosa.Id));
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));
        var head = await HeadAsync(Rosa.Id);

        Assert.False((await Node.SendAsync(new SyncNotifications(Rosa, 0, head.Epoch))).Recovered);
        Assert.False((await Node.SendAsync(new SyncNotifications(Rosa, head.Seq, "another epoch"))).Recovered);
        Assert.False((await Node.SendAsync(new SyncNotifications(Rosa, head.Seq + 1, head.Epoch))).Recovered);
        Assert.True((await Node.SendAsync(new SyncNotifications(Rosa, head.Seq, head.Epoch))).Recovered);
    }

    private protected static NotifyCandidateShared Shared(string userId) =>
        new(userId, Guid.CreateVersion7(), "Jane Doe", "Ada", null, null);

    private protected Task<FeedPage> ListAsync(string userId, int limit) =>
        Node.Get<IFeedReader>().ListAsync(userId, new FeedFilter(null, limit), Cancelled);

    private protected Task<FeedSnapshot> HeadAsync(string userId) => Node.Get<IFeedReader>().GetHeadAsync(userId, Cancelled);

    private async Task<(FeedSnapshot Head, int Unread, int Unseen, int Changes)> RecountAsync(string userId)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var all = await context.Notifications.AsNoTracking().Where(one => one.UserId == userId).ToListAsync(Cancelled);
        return (
            await HeadAsync(userId),
            all.Count(one => one is { IsRead: false, IsArchived: false, IsDeleted: false }),
            all.Count(one => one is { IsSeen: false, IsArchived: false, IsDeleted: false }),
            all.Select(one => one.ChangedSeq).Distinct().Count());
    }
}

public sealed class SqliteFeed() : FeedSpecification(new SqliteTestDatabase());

public sealed class SqlServerFeed() : FeedSpecification(new SqlServerTestDatabase());
