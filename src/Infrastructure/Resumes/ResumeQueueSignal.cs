using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Counts wake-ups up to the number of workers: more would only make them look in vain.</summary>
internal sealed class ResumeQueueSignal(int workers) : IResumeQueueSignal, IDisposable
{
    private readonly SemaphoreSlim signals = new(0, workers);

    public void Wake(int resumes = 1)
    {
        try
        {
            for (; resumes > 0; resumes--)
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
