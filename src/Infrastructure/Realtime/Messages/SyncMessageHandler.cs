using HotGigs.Application.Notifications;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class SyncMessageHandler(RequestSender requests, RealtimeMetrics metrics) : IClientMessageHandler
{
    public string Type => "sync";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var result = await requests.SendAsync(
            new SyncNotifications(connection.User, message.Number("since"), message.Text("epoch")), cancellationToken);
        metrics.Synced(result);
        connection.Enqueue(NotificationFrames.Synced(result, message.Ref));
    }
}
