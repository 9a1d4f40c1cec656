using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Archived, deleted and restored notifications on a real database.</summary>
public abstract class FeedStatesSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task A_bulk_action_takes_one_number_however_many_it_changes()
    {
        var ids = await CreateAsync(500);

        var head = await Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Archive, ids));

        Assert.Equal((501L, 0, 0), (head.Seq, head.UnreadCount, head.UnseenCount));
        Assert.Equal(500, Assert.Single(Node.Events.Published.OfType<NotificationsChanged>()).Changes.Count);
        Assert.Equal(head, await Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Archive, ids)));
        Assert.Equal(100, (await ListAsync(archived: true)).Notifications.Count);
        Assert.Empty((await ListAsync(archived: false)).Notifications);
    }

    [Fact]
    public async Task A_bulk_action_finds_what_was_created_in_the_same_breath()
    {
        var ids = await CreateAsync(2);

        await Task.WhenAll(
            Node.SendAsync(Shared()),
            Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Read, ids)),
            Node.SendAsync(new MarkNotificationUnread(Rosa, ids[0])),
            Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Delete, ids)));

        await AssertCountsAsync();
    }

    [Fact]
    public async Task A_bulk_action_that_is_refused_leaves_those_it_shares_a_commit_with_alone()
    {
        var ids = await CreateAsync(20);

        await Task.WhenAll(ids.Select((id, index) => Task.Run(async () =>
        {
            if (index % 2 == 0)
                await Node.SendAsync(new ArchiveNotification(Rosa, id));
            else
                await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Delete, [id, Guid.CreateVersion7()])));
        })));

        Assert.Equal((30L, 10), await HeadAsync() is var head ? (head.Seq, head.UnreadCount) : default);
        await AssertCountsAsync();
    }

    [Fact]
    public async Task Counts_stay_exact_when_two_servers_archive_delete_and_restore_at_the_same_time()
    {
        var ids = await CreateAsync(30);

        await Task.WhenAll(
        [
            .. ids.Take(15).Select(id => Task.Run(() => Quietly(Node, new ArchiveNotification(Rosa, id)))),
            .. ids.Skip(5).Take(15).Select(id => Task.Run(() => Quietly(OtherNode, new MarkNotificationRead(Rosa, id)))),
            .. ids.Skip(10).Take(15).Select(id => Task.Run(() => Quietly(Node, new DeleteNotification(Rosa, id)))),
            .. ids.Skip(12).Take(15).Select(id => Task.Run(() => Quietly(OtherNode, new RestoreNotification(Rosa, id)))),
            .. ids.Take(10).Select(id => Task.Run(() => Quietly(OtherNode, new UnarchiveNotification(Rosa, id)))),
            Task.Run(() => Quietly(Node, new ChangeNotifications(Rosa, BulkAction.Read, ids))),
            Task.Run(() => Quietly(OtherNode, new MarkAllNotificationsRead(Rosa, 20, null))),
        ]);

        await AssertCountsAsync();
    }

    [Fact]
    public async Task What_is_told_whole_is_told_as_it_was_even_if_it_changed_again_in_the_same_commit()
    {
        var id = Assert.Single(await CreateAsync(1));
        await Node.SendAsync(new ArchiveNotification(Rosa, id));

        await Task.WhenAll(Node.SendAsync(new UnarchiveNotification(Rosa, id)), Node.SendAsync(new MarkNotificationRead(Rosa, id)));

        var told = Node.Events.Published.OfType<NotificationsRestored>().Single();
        Assert.Equal(told.Feed.Seq, Assert.Single(told.Notifications).ChangedSeq);
    }

    [Fact]
    public async Task A_client_that_was_away_is_told_of_the_archived_the_restored_and_the_deleted_page_by_page()
    {
        var ids = await CreateAsync(320);
        var epoch = (await HeadAsync()).Epoch;
        await Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Archive, [.. ids.Take(5)]));
        await Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Delete, [.. ids.Skip(5).Take(5)]));
        await Node.SendAsync(new RestoreNotification(Rosa, ids[5]));

        var first = await Node.SendAsync(new SyncNotifications(Rosa, 0, epoch));
        var second = await Node.SendAsync(new SyncNotifications(Rosa, first.Seq, epoch));

        Assert.Equal((true, true, 300), (first.Recovered, first.More, first.Notifications.Count));
        Assert.Equal((true, false, 323L), (second.Recovered, second.More, second.Seq));
        Assert.Equal(ids.Skip(6).Take(4).Order(), second.Deleted.Order());
        Assert.Equal(ids[5], second.Notifications[^1].Id);
        Assert.Equal(ids.Take(5).Order(), second.Notifications.Where(one => one.IsArchived).Select(one => one.Id).Order());
        Assert.Equal(311, second.UnreadCount);
    }

    [Fact]
    public async Task A_deletion_can_be_undone_for_half_a_minute()
    {
        var ids = await CreateAsync(2);
        await Node.SendAsync(new ChangeNotifications(Rosa, BulkAction.Delete, ids));

        Node.Clock.Advance(TimeSpan.FromSeconds(30));
        await Node.SendAsync(new RestoreNotification(Rosa, ids[0]));
        Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new RestoreNotification(Rosa, ids[1])));

        Assert.Equal(ids[0], Assert.Single((await ListAsync(archived: false)).Notifications).Id);
        await AssertCountsAsync();
    }

    [Fact]
    public async Task Reading_all_of_a_type_passes_over_the_archive_and_takes_no_number_the_second_time()
    {
        var ids = await CreateAsync(3);
        await Node.SendAsync(new ArchiveNotification(Rosa, ids[0]));
        var all = new MarkAllNotificationsRead(Rosa, null, NotificationType.CandidateShared);

        Assert.Equal(2, (await Node.SendAsync(all)).Marked);
        Assert.Equal((0, 5L), await Node.SendAsync(all) is var again ? (again.Marked, again.Feed.Seq) : default);

        Assert.False(Assert.Single((await ListAsync(archived: true)).Notifications).IsRead);
        await AssertCountsAsync();
    }

    private static NotifyCandidateShared Shared() => new(Rosa.Id, Guid.CreateVersion7(), "Jane Doe", "Ada", null, null);

    private static async Task Quietly<T>(TestNode node, MediatR.IRequest<T> request)
    {
        try
        {
            await node.SendAsync(request);
        }
        catch (RequestException refused) when (refused.Code == ErrorCode.NotFound)
        {
            // Another one was faster.
        }
    }

    private async Task<IReadOnlyList<Guid>> CreateAsync(int count)
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Node.SendAsync(Shared())));
        return [.. sent.SelectMany(one => one.NotificationIds)];
    }

    private Task<NotificationList> ListAsync(bool archived) =>
        Node.SendAsync(new ListNotifications(Rosa, UnreadOnly: false, Type: null, archived, ListNotifications.MaxLimit, Cursor: null));

    private Task<FeedSnapshot> HeadAsync() => Node.SendAsync(new GetFeedHead(Rosa.Id));

    private async Task AssertCountsAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var all = await context.Notifications.AsNoTracking().Where(one => one.UserId == Rosa.Id).ToListAsync(Cancelled);
        var head = await HeadAsync();
        Assert.Equal(
            (all.Count(one => one is { IsRead: false, IsArchived: false, IsDeleted: false }),
                all.Count(one => one is { IsSeen: false, IsArchived: false, IsDeleted: false })),
            (head.UnreadCount, head.UnseenCount));
    }
}

public sealed class SqliteFeedStates() : FeedStatesSpecification(new SqliteTestDatabase());

public sealed class SqlServerFeedStates() : FeedStatesSpecification(new SqlServerTestDatabase());
