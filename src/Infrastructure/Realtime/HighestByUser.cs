namespace HotGigs.Infrastructure.Realtime;

/// <summary>A number that only rises, per user the highest that was added, until somebody takes it to write it down.</summary>
internal abstract class HighestByUser(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> highest = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private int dropped;

    /// <summary>Keeps a number, unless too many users wait already.</summary>
    public void Add(string userId, long number)
    {
        lock (gate)
        {
            if (highest.TryGetValue(userId, out var known))
            {
                highest[userId] = Math.Max(known, number);
            }
            else if (highest.Count < capacity)
            {
                highest.Add(userId, number);
                order.Enqueue(userId);
            }
            else
            {
                dropped++;
            }
        }
    }

    /// <summary>Hands over those that have waited longest. What could not be written is given back by <see cref="Add"/>.</summary>
    public IReadOnlyDictionary<string, long> Take(int users)
    {
        var taken = new Dictionary<string, long>(StringComparer.Ordinal);
        lock (gate)
        {
            while (taken.Count < users && order.TryDequeue(out var userId))
            {
                highest.Remove(userId, out var number);
                taken.Add(userId, number);
            }
        }

        return taken;
    }

    /// <summary>How many numbers were dropped since this was last asked.</summary>
    public int TakeDropped()
    {
        lock (gate)
        {
            var count = dropped;
            dropped = 0;
            return count;
        }
    }
}
