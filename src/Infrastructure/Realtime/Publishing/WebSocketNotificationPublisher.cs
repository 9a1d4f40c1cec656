using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using MediatR;

namespace HotGigs.Infrastructure.Realtime.Publishing;

/// <summary>
/// Sends each change of a feed to all connections of its user, so that every tab and device agrees. What is lost on
/// the way delays it only: the client sees the gap in <c>seq</c>.
/// </summary>
internal sealed class WebSocketNotificationPublisher(ConnectionRegistry registry) :
    INotificationHandler<DomainEventNotification<NotificationCreated>>,
    INotificationHandler<DomainEventNotification<NotificationsChanged>>,
    INotificationHandler<DomainEventNotification<NotificationsReadUpTo>>,
    INotificationHandler<DomainEventNotification<NotificationsRestored>>,
    INotificationHandler<DomainEventNotification<NotificationsDeleted>>
{
    public Task Handle(DomainEventNotification<NotificationCreated> notification, CancellationToken cancellationToken) =>
        Send(notification.Event.Notification.UserId, notification.Event.Feed.Seq, notification, NotificationFrames.Created);

    public Task Handle(DomainEventNotification<NotificationsChanged> notification, CancellationToken cancellationToken) =>
        Send(notification.Event.UserId, notification.Event.Feed.Seq, notification, NotificationFrames.Changed);

    public Task Handle(DomainEventNotification<NotificationsReadUpTo> notification, CancellationToken cancellationToken) =>
        Send(notification.Event.UserId, notification.Event.Feed.Seq, notification, NotificationFrames.ReadUpTo);

    public Task Handle(DomainEventNotification<NotificationsRestored> notification, CancellationToken cancellationToken) =>
        Send(notification.Event.UserId, notification.Event.Feed.Seq, notification, NotificationFrames.Restored);

    public Task Handle(DomainEventNotification<NotificationsDeleted> notification, CancellationToken cancellationToken) =>
        Send(notification.Event.UserId, notification.Event.Feed.Seq, notification, NotificationFrames.Deleted);

    private Task Send<TEvent>(
        string userId, long seq, DomainEventNotification<TEvent> published, Func<TEvent, Frame> serialise)
        where TEvent : IDomainEvent
    {
        var connections = registry.Users.Of(userId);
        if (connections.IsEmpty)
            return Task.CompletedTask;

        var frame = serialise(published.Event);
        frame.CommittedAt = published.CommittedAt ?? long.MaxValue;
        foreach (var connection in connections)
            connection.EnqueueChange(frame, seq);
        return Task.CompletedTask;
    }
}
