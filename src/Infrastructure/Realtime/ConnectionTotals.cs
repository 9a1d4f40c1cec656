using System.Collections.Concurrent;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>How many connections there have been since the start, and how they ended.</summary>
internal sealed class ConnectionTotals(TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, int> closed = new();
    private long accepted;

    /// <summary>Since when it is counted: the start of the server.</summary>
    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    public long AcceptedCount => Interlocked.Read(ref accepted);

    /// <summary>By close code; refused ones, which were never accepted, among them.</summary>
    public IReadOnlyDictionary<int, int> ClosedByCode => closed.OrderBy(one => one.Key).ToDictionary();

    public void Accepted() => Interlocked.Increment(ref accepted);

    public void Closed(int code) => closed.AddOrUpdate(code, 1, static (_, count) => count + 1);
}
