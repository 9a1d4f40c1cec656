using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class JoinRoomMessageHandler(
    ConnectionRegistry registry, RequestSender requests, IOptions<RealtimeOptions> options) : IClientMessageHandler
{
    public string Type => "join_room";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var room = await requests.SendAsync(new JoinRoom(connection.User, message.Text("room")), cancellationToken);

        // In the room before it is told so: whoever acts upon the answer finds it there.
        if (!registry.TryJoin(connection, room.Name))
        {
            throw RequestException.Invalid(
                "room", $"A connection may be in {options.Value.MaxRoomsPerConnection} rooms. Leave one first.");
        }

        connection.Enqueue(MembershipFrames.JoinedRoom(room.Name, message.Ref));
    }
}
