using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>A deletion can be undone for half a minute.</summary>
public sealed class NotificationFeedRestoreTests
{
    private readonly NotificationFeed feed = NotificationFeed.Open("rita", At.Noon);

    [Fact]
    public void A_restored_notification_is_what_it_was_before_and_is_told_whole()
    {
        var notification = Deleted(At.Noon);
        feed.TakeEvents();

        Assert.True(feed.Restore([notification], At.Noon.AddSeconds(5)));

        Assert.Equal((false, 3L), (notification.IsDeleted, notification.ChangedSeq));
        Assert.Equal((3, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
        var restored = Assert.IsType<NotificationsRestored>(Assert.Single(feed.TakeEvents()));
        Assert.Equal(notification.Id, Assert.Single(restored.Notifications).Id);
        Assert.Equal(FeedSnapshot.Of(feed), restored.Feed);
    }

    [Fact]
    public void What_was_read_or_archived_comes_back_as_that()
    {
        var read = feed.Append(Drafts.Any(), At.Noon);
        var archived = feed.Append(Drafts.Any(), At.Noon);
        feed.MarkRead([read], At.Noon);
        feed.Archive([archived], At.Noon);
        feed.Delete([read, archived], At.Noon);

        feed.Restore([read, archived], At.Noon);

        Assert.Equal((true, true), (read.IsRead, archived.IsArchived));
        Assert.Equal((6, 0, 0), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Theory]
    [InlineData(30_000, true)]
    [InlineData(30_001, false)]
    public void It_is_possible_for_thirty_seconds(int milliseconds, bool possible)
    {
        var notification = Deleted(At.Noon);

        Assert.Equal(possible, feed.Restore([notification], At.Noon.AddMilliseconds(milliseconds)));

        Assert.Equal(possible, !notification.IsDeleted);
        Assert.Equal(possible ? 3 : 2, feed.Seq);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void What_has_expired_meanwhile_stays_gone(int seconds, bool possible)
    {
        var notification = Deleted(At.Noon, expiresAt: At.Noon.AddSeconds(10));

        Assert.Equal(possible, feed.Restore([notification], At.Noon.AddSeconds(seconds)));
    }

    [Fact]
    public void Restoring_what_is_not_deleted_changes_nothing()
    {
        var notification = feed.Append(Drafts.Any(), At.Noon);

        Assert.False(feed.Restore([notification], At.Noon));

        Assert.Equal((1, 1, 1), (feed.Seq, feed.UnreadCount, feed.UnseenCount));
    }

    [Fact]
    public void What_is_deleted_again_has_its_time_again()
    {
        var notification = Deleted(At.Noon);
        feed.Restore([notification], At.Noon.AddSeconds(20));
        feed.Delete([notification], At.Noon.AddSeconds(25));

        Assert.True(feed.Restore([notification], At.Noon.AddSeconds(50)));
    }

    private Notification Deleted(DateTimeOffset at, DateTimeOffset? expiresAt = null)
    {
        var notification = feed.Append(Drafts.Any() with { ExpiresAt = expiresAt }, At.Noon);
        feed.Delete([notification], at);
        return notification;
    }
}
