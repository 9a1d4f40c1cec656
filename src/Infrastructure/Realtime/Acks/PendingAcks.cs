using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Acks;

/// <summary>Up to where users' devices have confirmed to have received their feeds, until it is written: per user the highest.</summary>
internal sealed class PendingAcks(IOptions<RealtimeOptions> options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> highest = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly int capacity = options.Value.MaxPendingAcks;
    private int dropped;

    /// <summary>Keeps a confirmation, unless too many users wait already.</summary>
    public void Add(string userId, long seq)
    {
        lock (gate)
        {
            if (highest.TryGetValue(userId, out var known))
            {
                highest[userId] = Math.Max(known, seq);
            }
            else if (highest.Count < capacity)
            {
                highest.Add(userId, seq);
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
                highest.Remove(userId, out var seq);
                taken.Add(userId, seq);
            }
        }

        return taken;
    }

    /// <summary>How many confirmations were dropped since this was last asked.</summary>
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
