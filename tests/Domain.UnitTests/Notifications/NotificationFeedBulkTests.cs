using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>What is done to many at once is one change, of those only that it makes a difference to.</summary>
public sealed class NotificationFeedBulkTests
{
    private readonly NotificationFeed feed = NotificationFeed.Open("rita", At.Noon);

    [Fact]
    public void Many_take_one_number_and_one_event()
    {
        Notification[] all = [Append(), Append(), Append()];
        feed.TakeEvents();

        Assert.True(feed.MarkRead(all, At.Minute(1)));

        Assert.All(all, one => Assert.Equal((true, 4L), (one.IsRead, one.ChangedSeq)));
        Assert.Equal((4, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal(all.Select(one => one.Id), changed.Changes.Select(one => one.NotificationId));
    }

    [Fact]
    public void Those_that_are_so_already_are_left_alone()
    {
        Notification[] all = [Append(), Append()];
        feed.Archive([all[0]], At.Minute(1));
        feed.TakeEvents();

        feed.Archive(all, At.Minute(2));

        Assert.Equal((At.Minute(1), 3L), (all[0].ArchivedAt, all[0].ChangedSeq));
        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal(all[1].Id, Assert.Single(changed.Changes).NotificationId);
    }

    [Fact]
    public void Deleting_many_raises_all_their_ids()
    {
        Notification[] all = [Append(), Append()];
        feed.TakeEvents();

        feed.Delete(all, At.Minute(1));

        var deleted = Assert.IsType<NotificationsDeleted>(Assert.Single(feed.TakeEvents()));
        Assert.Equal(all.Select(one => one.Id), deleted.NotificationIds);
        Assert.Equal((3, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void One_that_is_named_twice_is_counted_once()
    {
        var notification = Append();
        Append();

        feed.Delete([notification, notification], At.Minute(1));

        Assert.Equal((3, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void None_is_no_change() => Assert.False(feed.MarkUnread([], At.Noon));

    [Fact]
    public void One_of_another_feed_refuses_them_all()
    {
        var own = Append();
        var foreign = NotificationFeed.Open("sam", At.Noon).Append(Drafts.Any(), At.Noon);

        Assert.Throws<ArgumentException>(() => feed.Archive([own, foreign], At.Minute(1)));

        Assert.False(own.IsArchived || foreign.IsArchived);
        Assert.Equal(1, feed.Seq);
    }

    private Notification Append() => feed.Append(Drafts.Any(), At.Noon);
}
