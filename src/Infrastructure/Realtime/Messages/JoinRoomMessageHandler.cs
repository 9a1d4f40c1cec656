using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Rights;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class JoinRoomMessageHandler(
    ConnectionRegistry registry, LiveRights rights, RequestSender requests, IOptions<RealtimeOptions> options) : IClientMessageHandler
{
    public string Type => "join_room";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var version = rights.Version;
        var name = message.Text("room");
        var room = await AuthoriseAsync(connection, name, cancellationToken);

        // In the room before it is told so: whoever acts upon the answer finds it there.
        if (!registry.TryJoin(connection, room.Name))
        {
            throw RequestException.Invalid(
                "room", $"A connection may be in {options.Value.MaxRoomsPerConnection} rooms. Leave one first.");
        }

        connection.Enqueue(MembershipFrames.JoinedRoom(room.Name, message.Ref));
        if (rights.Version != version)
            rights.RecheckGranted(connection.User.Id);
    }

    private async Task<Room> AuthoriseAsync(ClientConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.SendAsync(new JoinRoom(connection.User, name), cancellationToken);
        }
        catch (RequestException)
        {
            // It may be in the room already, by a right it had then.
            registry.Leave(connection, name);
            throw;
        }
    }
}
