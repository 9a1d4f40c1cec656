using HotGigs.Application.GoogleDrive;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Counts wake-ups up to the number of workers: more would only make them look in vain.</summary>
internal sealed class GoogleDriveQueueSignal(int workers, TimeProvider clock) : IGoogleDriveQueueSignal, IDisposable
{
    private readonly SemaphoreSlim signals = new(0, workers);

    public void Wake()
    {
        try
        {
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

    public void Dispose() => signals.Dispose();
}
