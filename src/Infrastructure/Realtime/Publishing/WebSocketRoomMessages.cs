using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Publishing;

/// <inheritdoc cref="IRoomMessages"/>
/// <remarks>
/// Whoever speaks faster than this server writes has to wait for it once so many messages are on their way: else it
/// would fill everyone's queue until they count as slow. Nobody waits for a client that does not read.
/// </remarks>
internal sealed class WebSocketRoomMessages(ConnectionRegistry registry, WriteLanes lanes) : IRoomMessages, IDisposable
{
    private const int MaxOnTheirWay = 32;

    private readonly SemaphoreSlim onTheirWay = new(MaxOnTheirWay);

    public void Dispose() => onTheirWay.Dispose();

    public async Task<int> SendAsync(RoomMessage message, CancellationToken cancellationToken)
    {
        await onTheirWay.WaitAsync(cancellationToken);
        try
        {
            return Send(message);
        }
        finally
        {
            _ = ArriveAsync(lanes.CaughtUpAsync());
        }
    }

    private async Task ArriveAsync(Task written)
    {
        await written;
        onTheirWay.Release();
    }

    private int Send(RoomMessage message)
    {
        var connections = registry.Rooms.Of(message.Room.Name);
        if (connections.IsEmpty)
            return 0;

        var frame = RoomFrames.RoomMessage(message);
        var users = new HashSet<string>(StringComparer.Ordinal);
        foreach (var connection in connections)
        {
            connection.Enqueue(frame);
            users.Add(connection.User.Id);
        }

        return users.Count;
    }
}
