using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Publishing;

/// <inheritdoc cref="IRoomMessages"/>
internal sealed class WebSocketRoomMessages(ConnectionRegistry registry) : IRoomMessages
{
    public Task<int> SendAsync(RoomMessage message, CancellationToken cancellationToken)
    {
        var connections = registry.Rooms.Of(message.Room.Name);
        if (connections.IsEmpty)
            return Task.FromResult(0);

        var frame = RoomFrames.RoomMessage(message);
        var users = new HashSet<string>(StringComparer.Ordinal);
        foreach (var connection in connections)
        {
            connection.Enqueue(frame);
            users.Add(connection.User.Id);
        }

        return Task.FromResult(users.Count);
    }
}
