using System.Collections.Concurrent;
using System.Text.Json;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>Presence among the connections of this process.</summary>
internal sealed class LocalPresence(PendingLastSeen lastSeen, IOptions<RealtimeOptions> options, TimeProvider clock) : IPresence
{
    private readonly TimeSpan grace = options.Value.PresenceGrace;
    private readonly ConcurrentDictionary<string, PresentRoom> rooms = new(StringComparer.Ordinal);

    // Rooms in which time will change something, so that a sweep looks at no other.
    private readonly ConcurrentDictionary<PresentRoom, byte> unsettled = new();

    public void Connected(ClientConnection connection) => Note(connection);

    public void Disconnected(ClientConnection connection) => Note(connection);

    public void Entered(ClientConnection connection, string room)
    {
        while (true)
        {
            // One that has been given up meanwhile is gone from the map, or about to be.
            var present = rooms.GetOrAdd(room, static (name, about) => new PresentRoom(name, about.grace, about.clock), (grace, clock));
            if (present.TryEnter(connection))
                return;
            rooms.TryRemove(KeyValuePair.Create(room, present));
        }
    }

    public void Left(ClientConnection connection, string room)
    {
        if (!rooms.TryGetValue(room, out var present) || !present.Leave(connection))
            return;
        unsettled.TryAdd(present, 0);
        // Whoever goes on elsewhere is still last seen here now.
        Note(connection);
    }

    public void Watch(ClientConnection connection, string room, IReadOnlyList<SeenUser> seenLately, JsonElement reference)
    {
        if (rooms.TryGetValue(room, out var present))
            present.Watch(connection, seenLately, reference);
        else
            connection.Enqueue(PresenceFrames.State(room, seenLately.Select(UserPresence.Offline), Seat.IsToldNames(connection), reference));
    }

    public bool TrySetTyping(ClientConnection connection, string room, bool isTyping)
    {
        if (!rooms.TryGetValue(room, out var present) || !present.TrySetTyping(connection, isTyping))
            return false;
        unsettled.TryAdd(present, 0);
        return true;
    }

    public void Sweep()
    {
        foreach (var (room, _) in unsettled)
        {
            // Taken out first: what comes in while it is swept puts it back.
            unsettled.TryRemove(room, out _);
            if (room.Sweep())
                unsettled.TryAdd(room, 0);
            else if (room.IsGivenUp)
                rooms.TryRemove(KeyValuePair.Create(room.Name, room));
        }
    }

    private void Note(ClientConnection connection) => lastSeen.Add(connection.User.Id, clock.GetUtcNow());
}
