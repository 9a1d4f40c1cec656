using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

public sealed class NotificationFeedTests
{
    private readonly NotificationFeed feed = NotificationFeed.Open("rita", At.Noon);

    [Fact]
    public void A_new_feed_is_empty_and_stands_at_zero()
    {
        Assert.Equal("rita", feed.UserId);
        Assert.Equal((0, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void Every_feed_has_an_epoch_of_its_own()
    {
        var other = NotificationFeed.Open("rita", At.Noon);

        Assert.NotEqual("", feed.Epoch);
        Assert.NotEqual(feed.Epoch, other.Epoch);
    }

    [Fact]
    public void Appending_counts_as_unread_and_unseen_and_takes_the_next_seq()
    {
        var first = Append();
        var second = Append();

        Assert.Equal((1, 1), (first.Seq, first.ChangedSeq));
        Assert.Equal((2, 2), (second.Seq, second.ChangedSeq));
        Assert.Equal((2, 2, 2), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Appending_keeps_what_was_composed()
    {
        var draft = Drafts.Any(key: "resume 7") with
        {
            Related = new RelatedEntities { ResumeId = Guid.CreateVersion7(At.Noon) },
            Actor = new Actor("adam", "Adam Admin"),
            ExpiresAt = At.Minute(60),
        };

        var notification = feed.Append(draft, At.Minute(1));

        Assert.Equal("rita", notification.UserId);
        Assert.Equal(draft.Type, notification.Type);
        Assert.Equal(draft.Title, notification.Title);
        Assert.Equal(draft.Message, notification.Message);
        Assert.Equal(draft.ActionUrl, notification.ActionUrl);
        Assert.Equal(draft.PayloadJson, notification.PayloadJson);
        Assert.Equal(draft.Related, notification.Related);
        Assert.Equal(draft.Actor, notification.Actor);
        Assert.Equal("resume 7", notification.DeduplicationKey);
        Assert.Equal(At.Minute(60), notification.ExpiresAt);
        Assert.Equal(At.Minute(1), notification.CreatedAt);
        Assert.Equal(DeliveryChannels.InApp, notification.Channels);
        Assert.False(notification.IsRead || notification.IsSeen || notification.IsArchived || notification.IsDeleted);
    }

    [Fact]
    public void A_refused_notification_takes_no_seq_and_counts_nothing()
    {
        Assert.Throws<ArgumentException>(() => feed.Append(Drafts.Any(actionUrl: "https://evil.example"), At.Noon));

        Assert.Equal((0, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void Reading_also_counts_as_having_seen()
    {
        var notification = Append();

        Assert.True(feed.MarkRead([notification], At.Minute(5)));

        Assert.Equal((At.Minute(5), At.Minute(5)), (notification.ReadAt, notification.SeenAt));
        Assert.Equal((1, 2), (notification.Seq, notification.ChangedSeq));
        Assert.Equal((2, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Reading_again_neither_moves_the_time_nor_takes_a_seq()
    {
        var notification = Append();
        feed.MarkRead([notification], At.Minute(5));
        feed.TakeEvents();

        Assert.False(feed.MarkRead([notification], At.Minute(9)));

        Assert.Equal(At.Minute(5), notification.ReadAt);
        Assert.Equal((2, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void A_deleted_notification_cannot_be_read()
    {
        var notification = Append();
        feed.Delete([notification], At.Minute(1));

        Assert.False(feed.MarkRead([notification], At.Minute(2)));

        Assert.Null(notification.ReadAt);
        Assert.Equal((2, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Deleting_leaves_a_tombstone_that_no_longer_counts()
    {
        var notification = Append();
        Append();

        Assert.True(feed.Delete([notification], At.Minute(3)));

        Assert.Equal(At.Minute(3), notification.DeletedAt);
        Assert.Equal((1, 3), (notification.Seq, notification.ChangedSeq));
        Assert.Equal((3, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Deleting_what_was_read_does_not_uncount_it_twice()
    {
        var notification = Append();
        Append();
        feed.MarkRead([notification], At.Minute(1));

        feed.Delete([notification], At.Minute(2));

        Assert.Equal((1, 1), (feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Deleting_again_changes_nothing()
    {
        var notification = Append();
        feed.Delete([notification], At.Minute(1));
        feed.TakeEvents();

        Assert.False(feed.Delete([notification], At.Minute(2)));

        Assert.Equal(At.Minute(1), notification.DeletedAt);
        Assert.Equal((2, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void Reading_up_to_a_watermark_is_one_change_however_many_it_affects()
    {
        Append();
        Append();
        Append();

        Assert.True(feed.MarkReadUpTo(2, null, new UnreadTally(Unread: 2, Unseen: 2)));

        Assert.Equal((4, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Reading_up_to_a_watermark_leaves_unread_what_was_seen_before_out_of_the_unseen_count()
    {
        Append();
        Append();

        feed.MarkReadUpTo(2, null, new UnreadTally(Unread: 2, Unseen: 1));

        Assert.Equal((0, 1), (feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Reading_up_to_a_watermark_with_nothing_unread_takes_no_seq()
    {
        Append();
        feed.TakeEvents();

        Assert.False(feed.MarkReadUpTo(0, null, new UnreadTally(0, 0)));

        Assert.Equal((1, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void Notifications_of_another_feed_are_refused_and_change_nothing()
    {
        var foreign = NotificationFeed.Open("sam", At.Noon).Append(Drafts.Any(), At.Noon);

        Assert.Throws<ArgumentException>(() => feed.MarkRead([foreign], At.Minute(1)));
        Assert.Throws<ArgumentException>(() => feed.Delete([foreign], At.Minute(1)));

        Assert.False(foreign.IsRead || foreign.IsDeleted);
        Assert.Equal(0, feed.Seq);
    }

    private Notification Append() => feed.Append(Drafts.Any(), At.Noon);
}
