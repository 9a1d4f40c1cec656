using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>
/// Announces batches that are complete and that nobody has announced: the server that completed them was killed in
/// between, or could not.
/// </summary>
internal sealed partial class BatchAnnouncer(
    IResumeBatches batches,
    IServiceScopeFactory scopes,
    IOptions<ResumeImportOptions> options,
    TimeProvider clock,
    ILogger<BatchAnnouncer> logger) : BackgroundService
{
    private const int BatchesPerLook = 100;

    /// <summary>Announces what is left.</summary>
    /// <returns>How many there were.</returns>
    internal async Task<int> AnnounceAsync(CancellationToken cancellationToken)
    {
        // What completed a moment ago is being announced by whoever completed it.
        var left = await batches.FindUnannouncedAsync(clock.GetUtcNow() - options.Value.Lease, BatchesPerLook, cancellationToken);
        foreach (var batchId in left)
            await TryAnnounceAsync(batchId, cancellationToken);
        return left.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Lease, clock);
        try
        {
            do
                await TryLookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AnnounceAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(error);
        }
    }

    private async Task TryAnnounceAsync(Guid batchId, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnnounceResumeBatch(batchId), cancellationToken);
            LogAnnounced(batchId);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be announced must not keep the others from it.
            LogFailed(error, batchId);
        }
    }

    [LoggerMessage(3050, LogLevel.Information, "Batch {BatchId} was complete and not announced; it is now")]
    private partial void LogAnnounced(Guid batchId);

    [LoggerMessage(3051, LogLevel.Error, "Batch {BatchId} cannot be announced; trying again later")]
    private partial void LogFailed(Exception error, Guid batchId);

    [LoggerMessage(3052, LogLevel.Warning, "Looking for batches to announce failed; trying again later")]
    private partial void LogLookFailed(Exception error);
}
