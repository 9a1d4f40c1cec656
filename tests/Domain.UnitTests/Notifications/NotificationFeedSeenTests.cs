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
        feed.MarkRead(notification, Now);

        Assert.True(feed.MarkUnread(notification));

        Assert.Equal((3L, 1, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.Equal((false, true, 3L), (notification.IsRead, notification.IsSeen, notification.ChangedSeq));
    }

    [Fact]
    public void Marking_unread_what_is_unread_takes_no_number()
    {
        var notification = Append();

        Assert.False(feed.MarkUnread(notification));

        Assert.Equal(1, feed.Seq);
    }

    [Fact]
    public void Seeing_several_is_one_change_that_leaves_them_unread()
    {
        Notification[] shown = [Append(), Append(), Append()];
        feed.MarkRead(shown[0], Now);
        feed.TakeEvents();

        Assert.True(feed.MarkSeen(shown, Now));

        Assert.Equal((5L, 2, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal([shown[1].Id, shown[2].Id], changed.Changes.Select(one => one.NotificationId));
        Assert.All(changed.Changes, one => Assert.Equal((true, false), (one.IsSeen, one.IsRead)));
    }

    [Fact]
    public void Seeing_what_has_been_seen_or_deleted_takes_no_number()
    {
        var seen = Append();
        var deleted = Append();
        feed.MarkSeen([seen], Now);
        feed.Delete(deleted, Now);

        Assert.False(feed.MarkSeen([seen, deleted], Now));

        Assert.Equal(4, feed.Seq);
    }

    private Notification Append() => feed.Append(
        new NotificationDraft { Type = NotificationType.ResumeCompleted, Title = "Title", Message = "Message", PayloadJson = "{}" }, Now);
}
