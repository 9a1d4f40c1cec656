using System.Collections.Concurrent;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// Members by key: the connections of a user or in a room, the watches of a resume. Whoever sends to a group takes no
/// lock; it walks an array that nobody changes any more. Groups come with their first member and go with their last.
/// </summary>
/// <remarks>
/// The array is copied when a group is next sent to, not with every change: else a thousand that join at once would
/// copy it a thousand times.
/// </remarks>
internal sealed class MemberGroups<TKey, TMember>
    where TKey : notnull
    where TMember : class
{
    private const int Shards = 64;

    private readonly ConcurrentDictionary<TKey, Group> groups = new(Shards, Shards);
    private readonly Lock[] gates = [.. Enumerable.Range(0, Shards).Select(_ => new Lock())];

    // Not ConcurrentDictionary.Keys, which takes all of its locks.

    /// <summary>The groups there are.</summary>
    public IEnumerable<TKey> Keys => groups.Select(pair => pair.Key);

    /// <summary>The members of every group.</summary>
    public IEnumerable<TMember> All
    {
        // By hand: looked over every second, and a query operator would allocate for each group.
        get
        {
            foreach (var (_, group) in groups)
            {
                foreach (var member in group.Members)
                    yield return member;
            }
        }
    }

    // Counted by walking: ConcurrentDictionary.Count takes all locks, too.

    /// <summary>How many groups there are.</summary>
    public int Count => groups.Count(static _ => true);

    /// <summary>How many members there are, over all groups.</summary>
    public int MemberCount => groups.Sum(static pair => pair.Value.Count);

    /// <summary>How many members each group has; takes no lock.</summary>
    public Dictionary<TKey, int> CountByKey() => groups.ToDictionary(pair => pair.Key, pair => pair.Value.Count);

    /// <summary>The members of a group at this moment.</summary>
    public ReadOnlySpan<TMember> Of(TKey key) => groups.TryGetValue(key, out var group) ? group.Members : [];

    /// <summary>Adds a member unless its group is full.</summary>
    public bool TryAdd(TKey key, TMember member, int limit = int.MaxValue)
    {
        var gate = GateOf(key);
        lock (gate)
            return groups.GetOrAdd(key, static (_, gate) => new Group(gate), gate).TryAdd(member, limit);
    }

    /// <summary>Removes a member; one that is not there stays away.</summary>
    public void Remove(TKey key, TMember member)
    {
        lock (GateOf(key))
        {
            if (groups.TryGetValue(key, out var group) && group.RemoveAndIsEmpty(member))
                groups.TryRemove(key, out _);
        }
    }

    private Lock GateOf(TKey key) => gates[(uint)key.GetHashCode() % Shards];

    private sealed class Group(Lock gate)
    {
        private readonly HashSet<TMember> members = new(capacity: 1);
        private volatile TMember[]? copy;

        // Without the lock: a look at all groups must not hold up those who join. Right at some moment just now.
        public int Count => members.Count;

        public TMember[] Members => copy ?? Copy();

        public bool TryAdd(TMember member, int limit)
        {
            if (members.Count >= limit)
                return false;
            members.Add(member);
            copy = null;
            return true;
        }

        public bool RemoveAndIsEmpty(TMember member)
        {
            members.Remove(member);
            copy = null;
            return members.Count == 0;
        }

        private TMember[] Copy()
        {
            lock (gate)
                return copy ??= [.. members];
        }
    }
}
