namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// Times one change of the feed at a time, from its commit until the client confirms it, as TCP times its round
/// trips: a sample costs a connection two numbers, however many changes are on their way.
/// </summary>
internal struct AckTimer
{
    private const long BeingSet = -1;

    // The change that is timed; 0 while there is none.
    private long timedSeq;
    private long timedSince;

    /// <summary>Times this change, unless another one is being timed.</summary>
    public void Begin(long seq, long committedAt)
    {
        if (Interlocked.CompareExchange(ref timedSeq, BeingSet, 0) != 0)
            return;
        timedSince = committedAt;
        Volatile.Write(ref timedSeq, seq);
    }

    /// <summary>The client has confirmed everything up to a position.</summary>
    /// <returns>Whether that ends a sample; <paramref name="committedAt"/> is when it began.</returns>
    public bool TryEnd(long ackedSeq, out long committedAt)
    {
        var seq = Volatile.Read(ref timedSeq);
        committedAt = timedSince;
        return seq > 0 && ackedSeq >= seq && Interlocked.CompareExchange(ref timedSeq, 0, seq) == seq;
    }
}
