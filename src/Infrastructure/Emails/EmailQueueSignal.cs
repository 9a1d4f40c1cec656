using HotGigs.Application.Emails;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Remembers one wake-up: the worker looks at all that is due, so more would only make it look in vain.</summary>
internal sealed class EmailQueueSignal(TimeProvider clock) : IEmailQueueSignal, IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker is about to look anyway.
        }
    }

    /// <summary>Waits for a wake-up, or until <paramref name="atMost"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await signal.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => signal.Dispose();
}
