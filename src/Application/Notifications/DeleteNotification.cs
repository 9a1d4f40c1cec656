using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Deletes one of the user's notifications for them. Deleting again changes nothing.</summary>
public sealed record DeleteNotification(UserIdentity User, Guid NotificationId) : IRequest<FeedSnapshot>;

internal sealed class DeleteNotificationHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<DeleteNotification, FeedSnapshot>
{
    public Task<FeedSnapshot> Handle(DeleteNotification request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var notification = await feeds.FindAsync(request.User.Id, request.NotificationId, ct)
                ?? throw RequestException.NotFound("The notification");
            var feed = feeds.Feed(request.User.Id);
            feed.Delete([notification], clock.GetUtcNow());
            return FeedSnapshot.Of(feed);
        }, cancellationToken);
}
