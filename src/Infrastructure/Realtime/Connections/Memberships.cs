using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>What one connection is in, so that its end costs as much as it held, not a search.</summary>
internal sealed class Memberships
{
    private readonly Lock gate = new();

    // Most connections are in one room or none.
    private HashSet<string>? rooms;
    private Dictionary<Guid, ResumeWatch>? watches;

    /// <summary>Adds a room unless there are too many.</summary>
    public bool TryAddRoom(string room, int limit)
    {
        lock (gate)
        {
            rooms ??= new HashSet<string>(StringComparer.Ordinal);
            return rooms.Contains(room) || (rooms.Count < limit && rooms.Add(room));
        }
    }

    public void RemoveRoom(string room)
    {
        lock (gate)
            rooms?.Remove(room);
    }

    /// <summary>The watch of a resume, which becomes <paramref name="added"/> unless there is one or there are too many.</summary>
    public bool TryGetOrAddWatch(ResumeWatch added, int limit, [NotNullWhen(true)] out ResumeWatch? watch)
    {
        lock (gate)
        {
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

    /// <summary>Hands everything over and forgets it.</summary>
    public (string[] Rooms, ResumeWatch[] Watches) TakeAll()
    {
        lock (gate)
        {
            (string[] Rooms, ResumeWatch[] Watches) all = ([.. rooms ?? []], [.. watches?.Values ?? Enumerable.Empty<ResumeWatch>()]);
            (rooms, watches) = (null, null);
            return all;
        }
    }
}
