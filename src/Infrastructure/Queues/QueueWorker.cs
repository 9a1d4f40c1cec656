using Microsoft.Extensions.Hosting;

namespace HotGigs.Infrastructure.Queues;

/// <summary>
/// Works off a queue that is kept in the database, a bounded number of items at a time. Several servers share it; what a
/// killed one leaves behind is claimed by another when its lease runs out.
/// </summary>
/// <typeparam name="TItem">What is in the queue.</typeparam>
/// <param name="signal">Tells that something has come.</param>
/// <param name="parallelism">How many items are worked on at once; with 0 none are.</param>
/// <param name="pollInterval">After how long to look without a signal, and again after a failure.</param>
/// <param name="clock">Where the time comes from.</param>
internal abstract class QueueWorker<TItem>(QueueSignal signal, int parallelism, TimeSpan pollInterval, TimeProvider clock) : BackgroundService
    where TItem : class
{
    protected TimeProvider Clock { get; } = clock;

    protected sealed override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, parallelism).Select(_ => Task.Run(() => WorkOffAsync(stoppingToken), CancellationToken.None)));

    /// <param name="worker">Name of the claim, unique among all of all servers.</param>
    /// <param name="cancellationToken">The server stops.</param>
    /// <returns><c>null</c> where nothing is due.</returns>
    protected abstract Task<TItem?> ClaimNextAsync(string worker, CancellationToken cancellationToken);

    /// <summary>Works on what was claimed. A failure of the work is its own affair; what it throws is a failure of the queue.</summary>
    protected abstract Task WorkAsync(TItem item, CancellationToken stopping);

    /// <summary>Logs that the queue could not be read or written to.</summary>
    protected abstract void LogQueueFailed(Exception error);

    private async Task WorkOffAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await ClaimNextAsync($"{Environment.MachineName}/{Guid.CreateVersion7(Clock.GetUtcNow()):N}", stopping) is { } item)
                    await WorkAsync(item, stopping);
                else
                    await signal.WaitAsync(pollInterval, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogQueueFailed(error);
                await Task.Delay(pollInterval, Clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
