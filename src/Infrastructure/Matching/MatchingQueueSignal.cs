using HotGigs.Application.Matching;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Counts wake-ups up to the number of workers: more would only make them look in vain.</summary>
internal sealed class MatchingQueueSignal(int workers) : IMatchingQueueSignal, IDisposable
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
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signals.WaitAsync(atMost, cancellationToken);

    public void Dispose() => signals.Dispose();
}
