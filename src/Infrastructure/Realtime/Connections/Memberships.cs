using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>What one connection is in, so that its end costs as much as it held, not a search.</summary>
internal sealed class Memberships
{
    private readonly Lock gate = new();
    private bool isOver;

    // Most connections are in one room or none.
    private HashSet<string>? rooms;
    private Dictionary<Guid, ResumeWatch>? watches;

    /// <summary>
    /// Held by the <see cref="ConnectionRegistry"/> while it changes these and its own maps together: what a connection
    /// is in is then always what it is found in, though it may end, or lose a right, while it joins.
    /// </summary>
    public Lock Gate => gate;

    /// <summary>Adds a room unless there are too many, or the connection has ended.</summary>
    public bool TryAddRoom(string room, int limit)
    {
        lock (gate)
        {
            if (isOver)
                return false;
            rooms ??= new HashSet<string>(StringComparer.Ordinal);
            return rooms.Contains(room) || (rooms.Count < limit && rooms.Add(room));
        }
    }

    public void RemoveRoom(string room)
    {
        lock (gate)
            rooms?.Remove(room);
    }

    /// <summary>The watch of a resume, which becomes <paramref name="added"/> unless there is one, there are too many, or the connection has ended.</summary>
    public bool TryGetOrAddWatch(ResumeWatch added, int limit, [NotNullWhen(true)] out ResumeWatch? watch)
    {
        lock (gate)
        {
            watch = null;
            if (isOver)
                return false;
            watches ??= [];
            if (!watches.TryGetValue(added.ResumeId, out watch) && watches.Count < limit)
                watches.Add(added.ResumeId, watch = added);
            return watch is not null;
        }
    }

    public bool RemoveWatch(Guid resumeId, [NotNullWhen(true)] out ResumeWatch? watch)
    {
        watch = null;
        lock (gate)
            return watches?.Remove(resumeId, out watch) ?? false;
    }

    /// <summary>What it is in at this moment.</summary>
    public (string[] Rooms, Guid[] Resumes) List()
    {
        lock (gate)
            return ([.. rooms ?? []], [.. watches?.Keys ?? Enumerable.Empty<Guid>()]);
    }

    /// <summary>Whether the connection is no more.</summary>
    public bool HaveEnded
    {
        get
        {
            lock (gate)
                return isOver;
        }
    }

    /// <summary>Hands everything over and takes in no more.</summary>
    public (string[] Rooms, ResumeWatch[] Watches) TakeAll()
    {
        lock (gate)
        {
            (string[] Rooms, ResumeWatch[] Watches) all = ([.. rooms ?? []], [.. watches?.Values ?? Enumerable.Empty<ResumeWatch>()]);
            (rooms, watches, isOver) = (null, null, true);
            return all;
        }
    }
}
