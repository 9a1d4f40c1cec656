using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class LeaveRoomMessageHandler(ConnectionRegistry registry) : IClientMessageHandler
{
    public string Type => "leave_room";

    public Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        if (!Room.TryParse(message.Text("room"), out var room))
            throw RequestException.Invalid("room", "There is no such room.");

        registry.Leave(connection, room.Name);
        connection.Enqueue(MembershipFrames.LeftRoom(room.Name, message.Ref));
        return Task.CompletedTask;
    }
}
