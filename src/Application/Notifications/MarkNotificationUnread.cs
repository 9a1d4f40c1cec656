using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Marks one of the user's notifications unread. Doing it again changes nothing.</summary>
public sealed record MarkNotificationUnread(UserIdentity User, Guid NotificationId) : IRequest<NotificationChange>;

internal sealed class MarkNotificationUnreadHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<MarkNotificationUnread, NotificationChange>
{
    public Task<NotificationChange> Handle(MarkNotificationUnread request, CancellationToken cancellationToken) =>
        feeds.ChangeOneAsync(
            request.User.Id,
            request.NotificationId,
            (feed, notification) => feed.MarkUnread([notification], clock.GetUtcNow()),
            cancellationToken);
}
