namespace HotGigs.Client;

/// <summary>How far the reader has taken the feed, and a signal when it has taken more.</summary>
internal sealed class ReaderPosition : IDisposable
{
    private readonly Lock guard = new();
    private readonly SemaphoreSlim moved = new(0, 1);
    private FeedPosition? position;

    public ReaderPosition(FeedPosition? start) => position = start;

    public FeedPosition? Value
    {
        get
        {
            lock (guard)
                return position;
        }
    }

    public void Take(FeedPosition taken)
    {
        lock (guard)
        {
            position = taken;
            if (moved.CurrentCount == 0)
                moved.Release();
        }
    }

    /// <summary>Waits until more has been taken than when this was last waited for.</summary>
    public Task MovedAsync(CancellationToken cancellationToken) => moved.WaitAsync(cancellationToken);

    public void Dispose() => moved.Dispose();
}
