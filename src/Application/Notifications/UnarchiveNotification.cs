using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Brings one of the user's notifications back from the archive. Doing it again changes nothing.</summary>
public sealed record UnarchiveNotification(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class UnarchiveNotificationHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<UnarchiveNotification, NotificationChange>
{
    public Task<NotificationChange> Handle(UnarchiveNotification request, CancellationToken cancellationToken) =>
        feeds.ChangeOneAsync(
            request.User.Id,
            request.NotificationId,
            (feed, notification) => feed.Unarchive([notification], clock.GetUtcNow()),
            cancellationToken);
}
