using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>A notification after a change, and where its feed stands.</summary>
public sealed record NotificationChange(NotificationDto Notification, FeedSnapshot Feed);

/// <summary>Changes of a single notification.</summary>
internal static class SingleChange
{
    /// <summary>Changes a notification that the user can see.</summary>
    /// <exception cref="RequestException"><c>not_found</c>: it does not exist, is deleted, or is somebody else's.</exception>
    public static Task<NotificationChange> ChangeOneAsync(
        this IFeedWriter writer,
        string userId,
        Guid notificationId,
        Action<NotificationFeed, Notification> change,
        CancellationToken cancellationToken) =>
        writer.WriteAsync([userId], async (feeds, ct) =>
        {
            if (await feeds.FindAsync(userId, notificationId, ct) is not { IsDeleted: false } notification)
                throw RequestException.NotFound("The notification");
            var feed = feeds.Feed(userId);
            change(feed, notification);
            return new NotificationChange(NotificationDto.Of(notification), FeedSnapshot.Of(feed));
        }, cancellationToken);
}
