namespace HotGigs.Domain.Notifications;

/// <summary>Position and counts of a feed right after one change: absolute, so that a client can never drift by adding up.</summary>
public sealed record FeedSnapshot(string Epoch, long Seq, int UnreadCount, int UnseenCount)
{
    public static FeedSnapshot Of(NotificationFeed feed) => new(feed.Epoch, feed.Seq, feed.UnreadCount, feed.UnseenCount);
}
