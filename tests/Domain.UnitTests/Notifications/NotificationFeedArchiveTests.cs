using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>Archiving takes a notification out of list and counts, and leaves it otherwise as it is.</summary>
public sealed class NotificationFeedArchiveTests
{
    private readonly NotificationFeed feed = NotificationFeed.Open("rita", At.Noon);

    [Fact]
    public void An_archived_notification_counts_neither_as_unread_nor_as_unseen()
    {
        var notification = Append();

        Assert.True(feed.Archive([notification], At.Minute(1)));

        Assert.Equal(At.Minute(1), notification.ArchivedAt);
        Assert.False(notification.IsRead || notification.IsSeen);
        Assert.Equal((2, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Archiving_what_was_read_uncounts_nothing()
    {
        var notification = Append();
        Append();
        feed.MarkRead([notification], At.Minute(1));

        feed.Archive([notification], At.Minute(2));

        Assert.Equal((1, 1), (feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Archiving_raises_the_state()
    {
        var notification = Append();
        feed.TakeEvents();

        feed.Archive([notification], At.Minute(1));

        var changed = Assert.IsType<NotificationsChanged>(Assert.Single(feed.TakeEvents()));
        Assert.Equal([new NotificationState(notification.Id, IsRead: false, IsSeen: false, IsArchived: true)], changed.Changes);
        Assert.Equal((2L, 0, 0), (changed.Feed.Seq, changed.Feed.UnreadCount, changed.Feed.UnseenCount));
    }

    [Fact]
    public void Archiving_again_changes_nothing()
    {
        var notification = Append();
        feed.Archive([notification], At.Minute(1));
        feed.TakeEvents();

        Assert.False(feed.Archive([notification], At.Minute(2)));

        Assert.Equal((At.Minute(1), 2L), (notification.ArchivedAt, feed.Seq));
        Assert.Empty(feed.TakeEvents());
    }

    [Fact]
    public void Reading_in_the_archive_and_taking_it_back_count_nothing()
    {
        var notification = Append();
        feed.Archive([notification], At.Minute(1));

        Assert.True(feed.MarkRead([notification], At.Minute(2)));
        Assert.Equal((3L, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        Assert.True(feed.MarkUnread([notification], At.Noon));
        Assert.Equal((4L, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Unarchiving_brings_it_back_as_it_was_and_tells_it_whole()
    {
        var notification = Append();
        feed.Archive([notification], At.Minute(1));
        feed.TakeEvents();

        Assert.True(feed.Unarchive([notification], At.Noon));

        Assert.Equal((false, 3L), (notification.IsArchived, notification.ChangedSeq));
        Assert.Equal((3, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var restored = Assert.IsType<NotificationsRestored>(Assert.Single(feed.TakeEvents()));
        Assert.Equal("rita", restored.UserId);
        Assert.Equal(FeedSnapshot.Of(feed), restored.Feed);
        Assert.Equal((notification.Id, notification.Title), Assert.Single(restored.Notifications) is var told ? (told.Id, told.Title) : default);
    }

    [Fact]
    public void What_was_read_in_the_archive_comes_back_read()
    {
        var notification = Append();
        feed.Archive([notification], At.Minute(1));
        feed.MarkRead([notification], At.Minute(2));

        feed.Unarchive([notification], At.Noon);

        Assert.Equal((0, 0), (feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Unarchiving_what_is_not_archived_changes_nothing()
    {
        var notification = Append();

        Assert.False(feed.Unarchive([notification], At.Noon));

        Assert.Equal((1, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void Deleting_from_the_archive_uncounts_nothing()
    {
        var notification = Append();
        Append();
        feed.Archive([notification], At.Minute(1));

        feed.Delete([notification], At.Minute(2));

        Assert.Equal((1, 1), (feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void What_is_deleted_can_be_neither_archived_nor_unarchived()
    {
        var listed = Append();
        var archived = Append();
        feed.Archive([archived], At.Minute(1));
        feed.Delete([listed, archived], At.Minute(2));

        Assert.False(feed.Archive([listed], At.Minute(3)));
        Assert.False(feed.Unarchive([archived], At.Noon));
        Assert.Equal((4, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void What_is_told_whole_is_told_as_it_was_right_after_the_change()
    {
        var notification = Append();
        feed.Archive([notification], At.Minute(1));
        feed.Unarchive([notification], At.Noon);

        feed.MarkRead([notification], At.Minute(2));

        var told = Assert.Single(feed.TakeEvents().OfType<NotificationsRestored>().Single().Notifications);
        Assert.Equal((false, 3L), (told.IsRead, told.ChangedSeq));
    }

    private Notification Append() => feed.Append(Drafts.Any(), At.Noon);
}
