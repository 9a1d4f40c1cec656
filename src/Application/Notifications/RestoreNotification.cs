using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>
/// Undoes the deletion of one of the user's notifications, for <see cref="Notification.RestoreWindow"/>. Doing it
/// again changes nothing.
/// </summary>
public sealed record RestoreNotification(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class RestoreNotificationHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<RestoreNotification, NotificationChange>
{
    public Task<NotificationChange> Handle(RestoreNotification request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var now = clock.GetUtcNow();
            var notification = await feeds.FindAsync(request.User.Id, request.NotificationId, ct);
            if (notification is null || (notification.IsDeleted && !notification.IsRestorable(now)))
                throw RequestException.NotFound("The notification");
            var feed = feeds.Feed(request.User.Id);
            feed.Restore([notification], now);
            return new NotificationChange(NotificationDto.Of(notification), FeedSnapshot.Of(feed));
        }, cancellationToken);
}
