using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Presence;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class PresenceMessageHandler(IPresence presence, RequestSender requests) : IClientMessageHandler
{
    public string Type => "presence";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var background = await requests.SendAsync(new ReadPresence(connection.User, message.Text("room")), cancellationToken);
        presence.Watch(connection, background.Room.Name, background.SeenLately, message.Ref);
    }
}
