using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Presence;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Tells the others in a room that this one types. It is not answered.</summary>
internal sealed class TypingMessageHandler(IPresence presence) : IClientMessageHandler
{
    public string Type => "typing";

    public Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        if (!Room.TryParse(message.Text("room"), out var room))
            throw RequestException.Invalid("room", "There is no such room.");

        return presence.TrySetTyping(connection, room.Name, message.Flag("is_typing"))
            ? Task.CompletedTask
            : throw new RequestException(ErrorCode.Forbidden, "Join the room before you type in it.");
    }
}
