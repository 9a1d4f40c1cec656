namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>
/// A place in one connection's queue for a value of which only the newest matters. A newer frame replaces one that
/// still waits, an older one is dropped: whatever the order they come in, the client never sees the value go back.
/// </summary>
/// <param name="keepsSteps">Whether a client that keeps up is sent every value: then a newer one waits behind the one before.</param>
/// <remarks>
/// Held back until <see cref="Open"/>: a subscription must begin before its snapshot is read, so that no change falls
/// between them, yet nothing may be sent before the subscriber is known to be allowed. Guarded by the queue's lock.
/// </remarks>
internal sealed class LatestFrame(bool keepsSteps = false) : Outbound
{
    private Queue<Frame>? earlier;
    private Frame? latest;
    private long version = long.MinValue;
    private bool isOpen;
    private bool isQueued;

    /// <summary>Whether something waits here. Read without the lock it may be a moment old.</summary>
    public bool IsWaiting => Volatile.Read(ref isQueued);

    public override int Size =>
        !isQueued ? 0 : earlier is not null && earlier.TryPeek(out var next) ? next.Size : latest?.Size ?? 0;

    /// <summary>Bytes of all that waits here.</summary>
    public int WaitingSize => !isQueued ? 0 : (latest?.Size ?? 0) + (earlier?.Sum(frame => frame.Size) ?? 0);

    /// <summary>Takes in a live value.</summary>
    /// <param name="frame">The value.</param>
    /// <param name="frameVersion">Its version.</param>
    /// <param name="isBehind">Whether the client has much to read already.</param>
    /// <returns>Whether this place now has to be put into the queue, once more where it is there.</returns>
    public bool Offer(Frame frame, long frameVersion, bool isBehind)
    {
        if (frameVersion <= version)
            return false;
        var isKept = keepsSteps && !isBehind && isQueued && latest is not null;
        if (isKept)
            (earlier ??= new Queue<Frame>()).Enqueue(latest!);
        latest = frame;
        version = frameVersion;
        return Enqueue(isOpen) || isKept;
    }

    /// <summary>Lets the newest through: the snapshot, or what came in since it was read.</summary>
    /// <returns>Whether it now has to be put into the queue.</returns>
    public bool Open(Frame snapshot, long snapshotVersion)
    {
        if (snapshotVersion > version)
        {
            latest = snapshot;
            version = snapshotVersion;
        }

        isOpen = true;
        return Enqueue(true);
    }

    /// <summary>Ends the subscription: what still waits is not sent, and nothing is taken in any more.</summary>
    public void Close()
    {
        (latest, earlier) = (null, null);
        version = long.MaxValue;
    }

    public override Frame? Take()
    {
        if (earlier is not null && earlier.TryDequeue(out var next))
            return next;
        earlier = null;
        isQueued = false;
        return latest;
    }

    private bool Enqueue(bool wanted)
    {
        if (!wanted || isQueued)
            return false;
        isQueued = true;
        return true;
    }
}
