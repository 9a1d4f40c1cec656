using System.Text.Json;

namespace HotGigs.Client;

/// <summary>Reads live frames as changes of the feed.</summary>
internal static class FeedChanges
{
    /// <exception cref="JsonException">The data are not those of a notification.</exception>
    public static FeedEvent Of(NotificationFrame frame, FeedPosition at)
    {
        var data = frame.Data.Deserialize(FrameJson.Default.NotificationData) ?? throw new JsonException("A notification has data.");
        return new NotificationReceived(
            at, frame.UnreadCount, data.NotificationId, frame.NotificationType, data.Title, data.Message, data.ActionUrl,
            frame.Data, frame.Channels ?? [], frame.Timestamp);
    }

    public static FeedEvent Of(NotificationUpdatedFrame frame, FeedPosition at) => frame switch
    {
        { ReadUpToSeq: { } upTo } => new NotificationsReadUpTo(at, frame.UnreadCount, upTo, frame.NotificationType),
        { Notifications: { } restored } => new NotificationsRestored(at, frame.UnreadCount, restored),
        { Changes: { } changes } => new NotificationsChanged(at, frame.UnreadCount, changes),
        _ => throw new JsonException("This change came after this client."),
    };

    public static FeedEvent Of(NotificationDeletedFrame frame, FeedPosition at) =>
        new NotificationsDeleted(at, frame.UnreadCount, frame.NotificationIds);

    public static FeedEvent Of(SyncResultFrame page) => new FeedSynced(
        new FeedPosition(page.Epoch, page.Seq), page.UnreadCount, page.Notifications ?? [], page.Deleted ?? []);
}
