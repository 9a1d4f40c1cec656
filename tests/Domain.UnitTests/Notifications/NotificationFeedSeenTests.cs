using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

public sealed class NotificationFeedSeenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly NotificationFeed feed = NotificationFeed.Open("rosa", Now);

    [Fact]
    public void Marking_unread_takes_a_number_and_counts_it_again_but_leaves_it_seen()
    {
        var notification = Append();
        feed.MarkRead([notification], Now);

        Assert.True(feed.MarkUnread([notification], At.Noon));

        Assert.Equal((3L, 1, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Equal((false, true, 3L), (notification.IsRead, notification.IsSeen, notification.ChangedSeq));
    }

    [Fact]
    public void Marking_unread_what_is_unread_takes_no_number()
    {
        var notification = Append();

        Assert.False(feed.MarkUnread([notification], At.Noon));

        Assert.Equal(1, feed.Seq);
    }

    [Fact]
    public void Seeing_several_is_one_change_that_leaves_them_unread()
    {
        Notification[] shown = [Append(), Append()];
        feed.TakeEvents();

        Assert.True(feed.MarkSeenUpTo(2, [.. shown.Select(NotificationState.Of)]));

        Assert.Equal((3L, 2, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal(shown.Select(one => one.Id), changed.Changes.Select(one => one.NotificationId));
        Assert.All(changed.Changes, one => Assert.Equal((true, false), (one.IsSeen, one.IsRead)));
    }

    [Fact]
    public void Seeing_nothing_new_takes_no_number()
    {
        Append();

        Assert.False(feed.MarkSeenUpTo(0, []));

        Assert.Equal(1, feed.Seq);
    }

    [Fact]
    public void Seeing_more_than_can_be_told_is_left_to_be_found_by_a_sync()
    {
        Notification[] shown = [Append(), Append()];
        feed.TakeEvents();

        feed.MarkSeenUpTo(2, [NotificationState.Of(shown[0])]);

        Assert.Equal((3L, 0), (feed.Seq, feed.UnseenCount));
        Assert.Empty(feed.TakeEvents());
    }

    private Notification Append() => feed.Append(
        new NotificationDraft { Type = NotificationType.ResumeCompleted, Title = "Title", Message = "Message", PayloadJson = "{}" }, Now);
}
