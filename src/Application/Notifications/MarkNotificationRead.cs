using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Marks one of the user's notifications read. Doing it again changes nothing.</summary>
public sealed record MarkNotificationRead(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class MarkNotificationReadHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<MarkNotificationRead, NotificationChange>
{
    public Task<NotificationChange> Handle(MarkNotificationRead request, CancellationToken cancellationToken) =>
        feeds.ChangeOneAsync(
            request.User.Id,
            request.NotificationId,
            (feed, notification) => feed.MarkRead([notification], clock.GetUtcNow()),
            cancellationToken);
}
