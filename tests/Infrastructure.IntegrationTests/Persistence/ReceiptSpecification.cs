using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What those who cause notifications learn of them, whichever database they are kept in.</summary>
public abstract class ReceiptSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task What_a_device_confirms_is_delivered_and_takes_no_number()
    {
        await ShareAsync(3);

        await AckAsync(2);

        var listed = await ListAsync();
        Assert.Equal([null, TestNode.Start, TestNode.Start], listed.Select(one => one.DeliveredAt));
        Assert.Equal(3, (await HeadAsync()).Seq);
        Assert.Equal([(null, null), (null, null)], Told().Select(one => (one.SeenAt, one.ReadAt)));
        Assert.All(Told(), one => Assert.Equal((Ada.Id, Rosa.Id, TestNode.Start), (one.ActorId, one.RecipientId, one.DeliveredAt)));
    }

    [Fact]
    public async Task Only_the_first_confirmation_counts()
    {
        await ShareAsync(2);
        await AckAsync(1);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));

        await AckAsync(2);
        await AckAsync(1);
        await AckAsync(2);

        Assert.Equal([TestNode.Start.AddMinutes(1), TestNode.Start], (await ListAsync()).Select(one => one.DeliveredAt));
        Assert.Equal(2, Told().Count);
    }

    [Fact]
    public async Task A_confirmation_beyond_the_feed_is_one_of_all_that_is_there()
    {
        await ShareAsync(1);
        await AckAsync(1_000);

        await ShareAsync(1);

        Assert.Equal([null, TestNode.Start], (await ListAsync()).Select(one => one.DeliveredAt));
    }

    [Fact]
    public async Task Of_what_was_deleted_before_a_device_came_nothing_is_delivered()
    {
        await ShareAsync(2);
        var listed = await ListAsync();
        await Node.SendAsync(new DeleteNotification(Rosa, listed[1].Id));

        await AckAsync(3);

        Assert.Equal(listed[0].Id, Assert.Single(Told()).NotificationId);
    }

    [Fact]
    public async Task What_was_deleted_after_a_device_had_it_is_delivered()
    {
        await ShareAsync(1);
        await Node.SendAsync(new DeleteNotification(Rosa, (await ListAsync())[0].Id));

        await AckAsync(1);

        Assert.Equal(TestNode.Start, Assert.Single(Told()).DeliveredAt);
    }

    [Fact]
    public async Task Many_users_are_recorded_together_and_a_long_feed_in_parts()
    {
        await ShareAsync(2_100);
        await Node.SendAsync(Shared(Ben.Id));

        var rest = await Node.SendAsync(new RecordDelivery(new Dictionary<string, long> { [Rosa.Id] = 2_100, [Ben.Id] = 1 }));
        Assert.Equal([(Rosa.Id, 2_100L)], rest.Select(one => (one.Key, one.Value)));
        Assert.Contains(Told(), one => one.RecipientId == Ben.Id);
        Assert.Equal(2_000, await CountDeliveredAsync());

        Assert.Empty(await Node.SendAsync(new RecordDelivery(rest)));
        Assert.Equal(2_101, await CountDeliveredAsync());
        // As many are told live as a connection can take; the others are found by asking.
        Assert.InRange(Told().Count, 500, 700);
    }

    [Fact]
    public async Task Reading_is_told_with_seeing_and_marking_unread_takes_it_back()
    {
        await ShareAsync(1);
        var id = (await ListAsync())[0].Id;

        await Node.SendAsync(new MarkNotificationRead(Rosa, id));
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        await Node.SendAsync(new MarkNotificationUnread(Rosa, id));

        Assert.Equal(
            [(TestNode.Start, TestNode.Start), (TestNode.Start, null)],
            Told().Select(one => ((DateTimeOffset?, DateTimeOffset?))(one.SeenAt, one.ReadAt)));
    }

    [Fact]
    public async Task Seeing_and_reading_up_to_a_watermark_are_told_for_each_that_changed()
    {
        await ShareAsync(4);
        var ids = (await ListAsync()).Select(one => one.Id).ToList();

        await Node.SendAsync(new MarkNotificationsSeen(Rosa, 2));
        Assert.Equal([ids[2], ids[3]], Told().Select(one => one.NotificationId));
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, 3, null));

        var later = TestNode.Start.AddMinutes(1);
        Assert.Equal(
            [(ids[1], later, later), (ids[2], TestNode.Start, later), (ids[3], TestNode.Start, later)],
            Told().Skip(2).Select(one => (one.NotificationId, one.SeenAt!.Value, one.ReadAt!.Value)));
    }

    [Fact]
    public async Task A_change_of_very_many_is_told_in_part_and_found_whole()
    {
        await ShareAsync(250);

        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));

        Assert.Equal(Receipt.MaxTold, Told().Count);
        Assert.All(await CausedAsync(), one => Assert.Equal(TestNode.Start, one.ReadAt));
    }

    [Fact]
    public async Task What_nobody_caused_or_the_recipient_themselves_is_told_to_nobody()
    {
        await Node.SendAsync(Shared(Rosa.Id) with { Actor = null });
        await Node.SendAsync(Shared(Rosa.Id) with { Actor = new Actor(Rosa.Id, Rosa.Name) });

        await AckAsync(2);
        await Node.SendAsync(new MarkNotificationsSeen(Rosa, null));
        await Node.SendAsync(new MarkAllNotificationsRead(Rosa, null, null));

        Assert.Empty(Told());
        Assert.Empty((await Node.SendAsync(new ListReceipts(Rosa, null, 10, null))).Receipts);
    }

    [Fact]
    public async Task Receipts_are_listed_page_by_page_the_latest_first_and_nobody_elses()
    {
        await Node.SendAsync(Shared(Rosa.Id) with { Actor = new Actor(Ben.Id, Ben.Name) });
        await ShareAsync(3);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        await ShareAsync(4);

        var pages = new List<ReceiptList>();
        do
            pages.Add(await Node.SendAsync(new ListReceipts(Ada, null, 3, pages.LastOrDefault()?.NextCursor)));
        while (pages[^1].NextCursor is not null);

        Assert.Equal([3, 3, 1], pages.Select(page => page.Receipts.Count));
        var all = pages.SelectMany(page => page.Receipts).ToList();
        Assert.Equal(7, all.Select(one => one.NotificationId).Distinct().Count());
        Assert.Equal(all.OrderByDescending(one => one.CreatedAt).Select(one => one.CreatedAt), all.Select(one => one.CreatedAt));
        Assert.All(all, one => Assert.Equal(("candidate_shared", Rosa.Id), (one.Type, one.RecipientId)));
    }

    [Fact]
    public async Task One_receipt_can_be_asked_for_and_a_deleted_notification_keeps_its_own()
    {
        await ShareAsync(2);
        var id = (await ListAsync())[0].Id;
        await Node.SendAsync(new MarkNotificationRead(Rosa, id));
        await Node.SendAsync(new DeleteNotification(Rosa, id));

        var receipt = Assert.Single((await Node.SendAsync(new ListReceipts(Ada, id, 10, null))).Receipts);
        Assert.Equal((id, TestNode.Start), (receipt.NotificationId, receipt.ReadAt));
        Assert.Empty((await Node.SendAsync(new ListReceipts(Ben, id, 10, null))).Receipts);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAKlc3ag-CZPkA")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new ListReceipts(Ada, null, 10, cursor)));
        Assert.Equal(["cursor"], refused.Errors!.Keys);
    }

    [Fact]
    public async Task Another_users_cursor_is_refused()
    {
        await ShareAsync(2);
        var cursor = (await Node.SendAsync(new ListReceipts(Ada, null, 1, null))).NextCursor;

        await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new ListReceipts(Ben, null, 1, cursor)));
    }

    private static NotifyCandidateShared Shared(string userId) =>
        new(userId, Guid.CreateVersion7(), "Jane Doe", Ada.Name, null, null) { Actor = new Actor(Ada.Id, Ada.Name) };

    private Task ShareAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Node.SendAsync(Shared(Rosa.Id))));

    private async Task AckAsync(long seq) =>
        Assert.Empty(await Node.SendAsync(new RecordDelivery(new Dictionary<string, long> { [Rosa.Id] = seq })));

    private IReadOnlyList<Receipt> Told() => [.. Node.Events.Published.OfType<ReceiptsChanged>().SelectMany(one => one.Receipts)];

    private async Task<IReadOnlyList<Notification>> ListAsync() =>
        (await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(null, 100), Cancelled)).Notifications;

    private Task<FeedSnapshot> HeadAsync() => Node.Get<IFeedReader>().GetHeadAsync(Rosa.Id, Cancelled);

    private async Task<IReadOnlyList<ReceiptDto>> CausedAsync()
    {
        var caused = await Node.Get<IReceiptReader>().ListAsync(Ada.Id, null, null, 10_000, Cancelled);
        return [.. caused.Select(ReceiptDto.Of)];
    }

    private async Task<int> CountDeliveredAsync() => (await CausedAsync()).Count(one => one.DeliveredAt is not null);
}

public sealed class SqliteReceipts() : ReceiptSpecification(new SqliteTestDatabase());

public sealed class SqlServerReceipts() : ReceiptSpecification(new SqlServerTestDatabase());
