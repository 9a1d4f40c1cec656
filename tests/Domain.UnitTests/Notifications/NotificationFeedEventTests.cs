using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>What a feed says has happened: always with position and counts as they stood right after that change.</summary>
public sealed class NotificationFeedEventTests
{
    private readonly NotificationFeed feed = NotificationFeed.Open("rita", At.Noon);

    [Fact]
    public void Appending_raises_the_notification_with_the_feed_as_it_stood_then()
    {
        var first = feed.Append(Drafts.Any(), At.Noon);
        var second = feed.Append(Drafts.Any(), At.Noon);

        Assert.Equal(
            [new NotificationCreated(first, Snapshot(1, 1, 1)), new NotificationCreated(second, Snapshot(2, 2, 2))],
            feed.TakeEvents());
    }

    [Fact]
    public void Reading_raises_the_whole_state_of_the_notification()
    {
        var notification = AppendSilently();

        feed.MarkRead([notification], At.Minute(1));

        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal("rita", changed.UserId);
        Assert.Equal([new NotificationState(notification.Id, IsRead: true, IsSeen: true, IsArchived: false)], changed.Changes);
        Assert.Equal(Snapshot(2, 0, 0), changed.Feed);
    }

    [Fact]
    public void Reading_up_to_a_watermark_raises_watermark_and_type()
    {
        AppendSilently();

        feed.MarkReadUpTo(1, NotificationType.ResumeCompleted, new UnreadTally(1, 1));

        Assert.Equal(
            [new NotificationsReadUpTo("rita", 1, NotificationType.ResumeCompleted, Snapshot(2, 0, 0))],
            feed.TakeEvents());
    }

    [Fact]
    public void Deleting_raises_the_id()
    {
        var notification = AppendSilently();

        feed.Delete([notification], At.Minute(1));

        var deleted = Assert.IsType<NotificationsDeleted>(Assert.Single(feed.TakeEvents()));
        Assert.Equal("rita", deleted.UserId);
        Assert.Equal([notification.Id], deleted.NotificationIds);
        Assert.Equal(Snapshot(2, 0, 0), deleted.Feed);
    }

    [Fact]
    public void Events_are_handed_over_once()
    {
        feed.Append(Drafts.Any(), At.Noon);

        Assert.Single(feed.TakeEvents());
        Assert.Empty(feed.TakeEvents());
        Assert.Empty(feed.PendingEvents);
    }

    [Fact]
    public void A_later_change_does_not_reach_into_events_already_taken()
    {
        feed.Append(Drafts.Any(), At.Noon);
        var taken = feed.TakeEvents();

        feed.Append(Drafts.Any(), At.Noon);

        Assert.Equal(Snapshot(1, 1, 1), Assert.IsType<NotificationCreated>(Assert.Single(taken)).Feed);
    }

    private Notification AppendSilently()
    {
        var notification = feed.Append(Drafts.Any(), At.Noon);
        feed.TakeEvents();
        return notification;
    }

    private FeedSnapshot Snapshot(long seq, int unread, int unseen) => new(feed.Epoch, seq, unread, unseen);
}
