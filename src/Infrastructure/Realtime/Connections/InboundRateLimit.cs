namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>Limits how fast one client may send: a steady rate, and a burst after a pause. For one thread at a time.</summary>
/// <remarks>The generic cell rate algorithm: one time stamp instead of a bucket that has to be refilled.</remarks>
internal sealed class InboundRateLimit(int perSecond, int burst, TimeProvider clock)
{
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1) / perSecond;
    private readonly long start = clock.GetTimestamp();

    /// <summary>When the client would be through, had it kept to the rate.</summary>
    private TimeSpan due = TimeSpan.Zero;

    /// <summary>How many messages in a row were over the limit.</summary>
    public int RefusedInRow { get; private set; }

    /// <summary>Counts a message that has come in.</summary>
    /// <param name="retryAfter">How long to wait until one is let through, if this one is not.</param>
    public bool TryTake(out TimeSpan retryAfter)
    {
        var now = clock.GetElapsedTime(start);
        retryAfter = due - now - (interval * (burst - 1));
        if (retryAfter > TimeSpan.Zero)
        {
            RefusedInRow++;
            return false;
        }

        due = (due > now ? due : now) + interval;
        RefusedInRow = 0;
        return true;
    }
}
