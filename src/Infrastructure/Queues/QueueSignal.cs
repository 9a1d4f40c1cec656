namespace HotGigs.Infrastructure.Queues;

/// <summary>
/// Wakes the workers of a queue that is kept in the database. It counts wake-ups up to the number of workers: more would
/// only make them look in vain.
/// </summary>
internal abstract class QueueSignal(int workers, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim signals = new(0, workers);

    public void Wake() => Wake(1);

    /// <param name="items">How many have come.</param>
    public void Wake(int items)
    {
        try
        {
            for (; items > 0; items--)
                signals.Release();
        }
        catch (SemaphoreFullException)
        {
            // Every worker is about to look anyway.
        }
    }

    /// <summary>Waits for a wake-up, or until <paramref name="atMost"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await signals.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        signals.Dispose();
        GC.SuppressFinalize(this);
    }
}
