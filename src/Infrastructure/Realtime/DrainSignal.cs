namespace HotGigs.Infrastructure.Realtime;

/// <summary>Whether this server is on its way out, and takes no new connections.</summary>
internal sealed class DrainSignal
{
    private int begun;

    public bool HasBegun => Volatile.Read(ref begun) != 0;

    /// <returns>Whether it had not begun before.</returns>
    public bool TryBegin() => Interlocked.Exchange(ref begun, 1) == 0;
}
