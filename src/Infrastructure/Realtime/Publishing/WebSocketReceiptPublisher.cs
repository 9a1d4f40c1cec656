using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using MediatR;

namespace HotGigs.Infrastructure.Realtime.Publishing;

/// <summary>Sends receipts to all connections of those who caused the notifications. Who is away asks for them later.</summary>
internal sealed class WebSocketReceiptPublisher(ConnectionRegistry registry)
    : INotificationHandler<DomainEventNotification<ReceiptsChanged>>
{
    public Task Handle(DomainEventNotification<ReceiptsChanged> notification, CancellationToken cancellationToken)
    {
        foreach (var receipt in notification.Event.Receipts)
        {
            var connections = registry.Users.Of(receipt.ActorId);
            if (connections.IsEmpty)
                continue;

            var frame = ReceiptFrames.Receipt(receipt);
            frame.CommittedAt = notification.CommittedAt ?? long.MaxValue;
            foreach (var connection in connections)
                connection.Enqueue(frame);
        }

        return Task.CompletedTask;
    }
}
