using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Puts one of the user's notifications away. Doing it again changes nothing.</summary>
public sealed record ArchiveNotification(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class ArchiveNotificationHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<ArchiveNotification, NotificationChange>
{
    public Task<NotificationChange> Handle(ArchiveNotification request, CancellationToken cancellationToken) =>
        feeds.ChangeOneAsync(
            request.User.Id,
            request.NotificationId,
            (feed, notification) => feed.Archive([notification], clock.GetUtcNow()),
            cancellationToken);
}
