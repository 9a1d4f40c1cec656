using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>What those who cause notifications are told, and what becomes of those whose time is over.</summary>
public sealed class NotificationFeedReceiptTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly NotificationFeed feed = NotificationFeed.Open("rosa", Now);

    [Fact]
    public void Reading_tells_the_one_who_caused_it_and_reading_again_does_not()
    {
        var notification = Append("ada");
        feed.TakeEvents();

        feed.MarkRead([notification], Now);
        feed.MarkRead([notification], Now.AddMinutes(1));

        var receipt = Assert.Single(Assert.Single(feed.TakeEvents().OfType<ReceiptsChanged>()).Receipts);
        Assert.Equal(new Receipt(notification.Id, "ada", "rosa", null, Now, Now), receipt);
    }

    [Fact]
    public void Marking_unread_takes_the_reading_back_and_leaves_it_seen()
    {
        var notification = Append("ada");
        feed.MarkRead([notification], Now);
        feed.TakeEvents();

        feed.MarkUnread([notification], At.Noon);

        var receipt = Assert.Single(Assert.Single(feed.TakeEvents().OfType<ReceiptsChanged>()).Receipts);
        Assert.Equal((Now, null), (receipt.SeenAt, receipt.ReadAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rosa")]
    public void What_nobody_else_caused_is_told_to_nobody(string? actor)
    {
        feed.MarkRead([Append(actor)], Now);

        Assert.Empty(feed.TakeEvents().OfType<ReceiptsChanged>());
    }

    [Fact]
    public void Another_feeds_receipt_is_refused() =>
        Assert.Throws<ArgumentException>(() => feed.Tell([new Receipt(Guid.Empty, "ada", "ben", null, null, null)]));

    [Fact]
    public void The_watermark_of_delivery_goes_forward_only_and_not_beyond_the_feed()
    {
        Append("ada");
        Append("ada");

        Assert.True(feed.MarkDeliveredUpTo(1));
        Assert.False(feed.MarkDeliveredUpTo(1));
        Assert.False(feed.MarkDeliveredUpTo(3));
        Assert.True(feed.MarkDeliveredUpTo(2));
        Assert.False(feed.MarkDeliveredUpTo(1));

        Assert.Equal((2L, 2L), (feed.DeliveredUpToSeq, feed.Seq));
    }

    [Fact]
    public void Those_whose_time_is_over_leave_as_one_change()
    {
        var read = Append("ada");
        var unread = Append("ada");
        var deleted = Append("ada");
        Append("ada");
        feed.MarkRead([read], Now);
        feed.Delete([deleted], Now);
        feed.TakeEvents();

        Assert.Equal(2, feed.Expire([read, unread, deleted], Now));

        Assert.Equal((7L, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var told = Assert.IsType<NotificationsDeleted>(Assert.Single(feed.TakeEvents()));
        Assert.Equal([read.Id, unread.Id], told.NotificationIds);
        Assert.Equal((7L, 7L, 6L), (read.ChangedSeq, unread.ChangedSeq, deleted.ChangedSeq));
    }

    [Fact]
    public void When_all_have_left_already_no_number_is_taken()
    {
        var notification = Append(null);
        feed.Delete([notification], Now);

        Assert.Equal(0, feed.Expire([notification], Now));
        Assert.Equal(0, feed.Expire([], Now));

        Assert.Equal(2, feed.Seq);
    }

    [Fact]
    public void The_position_of_the_last_purge_never_goes_back()
    {
        feed.MarkPurgedUpTo(5);
        feed.MarkPurgedUpTo(3);

        Assert.Equal(5, feed.PurgedUpToSeq);
    }

    private Notification Append(string? actor) =>
        feed.Append(Drafts.Any() with { Actor = actor is null ? null : new Actor(actor, "Someone") }, Now);
}
