using HotGigs.Application.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class SyncMessageHandler(RequestSender requests) : IClientMessageHandler
{
    public string Type => "sync";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var result = await requests.SendAsync(
            new SyncNotifications(connection.User, message.Number("since"), message.Text("epoch")), cancellationToken);
        connection.Enqueue(NotificationFrames.Synced(result, message.Ref));
    }
}
