using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Marks one of the user's notifications read. Doing it again changes nothing.</summary>
public sealed record MarkNotificationRead(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class MarkNotificationReadHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<MarkNotificationRead, NotificationChange>
{
    public Task<NotificationChange> Handle(MarkNotificationRead request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var notification = await feeds.GetOwnAsync(request.User.Id, request.NotificationId, ct);
            var feed = feeds.Feed(request.User.Id);
            feed.MarkRead(notification, clock.GetUtcNow());
            return new NotificationChange(NotificationDto.Of(notification), FeedSnapshot.Of(feed));
        }, cancellationToken);
}

/// <summary>A notification after a change, and where its feed stands.</summary>
public sealed record NotificationChange(NotificationDto Notification, FeedSnapshot Feed);

internal static class FeedTransactionExtensions
{
    /// <summary>Finds a notification of the user that they can still see.</summary>
    /// <exception cref="RequestException"><c>not_found</c>: it does not exist, is deleted, or is somebody else's.</exception>
    public static async Task<Notification> GetOwnAsync(
        this IFeedTransaction feeds, string userId, Guid notificationId, CancellationToken cancellationToken) =>
        await feeds.FindAsync(userId, notificationId, cancellationToken) is { IsDeleted: false } notification
            ? notification
            : throw RequestException.NotFound("The notification");
}
