using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Infrastructure.Queues;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Runs the syncs that are due.</summary>
internal sealed partial class GoogleDriveSyncWorker(
    IGoogleDriveRuns runs,
    GoogleDriveQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<GoogleDriveOptions> options,
    TimeProvider clock,
    ILogger<GoogleDriveSyncWorker> logger)
    : QueueWorker<GoogleDriveSync>(signal, options.Value.IsConfigured ? options.Value.Parallelism : 0, options.Value.PollInterval, clock)
{
    private readonly LeaseKeeper leases = new(options.Value.Lease, clock);

    protected override Task<GoogleDriveSync?> ClaimNextAsync(string worker, CancellationToken cancellationToken) =>
        runs.ClaimNextAsync(worker, options.Value.Lease, cancellationToken);

    protected override async Task WorkAsync(GoogleDriveSync item, CancellationToken stopping)
    {
        try
        {
            await leases.HoldAsync(
                item.Id,
                token => runs.RenewLeaseAsync(item, options.Value.Lease, token),
                error => LogRenewalFailed(error, item.Id),
                token => RunAsync(item, token),
                stopping);
        }
        catch (LeaseLostException)
        {
            // Another worker goes on with it.
            LogLeaseLost(item.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await GiveBackAsync(item);
        }
    }

    private async Task RunAsync(GoogleDriveSync sync, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Source.StartActivity("sync google drive", ActivityKind.Consumer);
        try
        {
            await SendAsync(new RunGoogleDriveSync(sync), cancellationToken);
        }
        catch (Exception error) when (error is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            activity?.SetFailed(error);
            LogRunFailed(error, sync.Id, sync.Faults + 1);
            await SendAsync(new PutOffGoogleDriveRun(sync, error), cancellationToken);
        }
    }

    private async Task SendAsync(IRequest<Unit> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Lets go at once, so that another server, or the next start of this one, need not wait for the lease.</summary>
    private async Task GiveBackAsync(GoogleDriveSync sync)
    {
        try
        {
            await runs.ReleaseAsync(sync, CancellationToken.None);
        }
        catch (Exception error)
        {
            // Then its lease runs out by itself.
            LogRenewalFailed(error, sync.Id);
        }
    }

    [LoggerMessage(3700, LogLevel.Error, "The queue of Google Drive syncs cannot be read; trying again")]
    protected override partial void LogQueueFailed(Exception error);

    [LoggerMessage(3701, LogLevel.Warning, "Google Drive sync {SyncId} failed in attempt {Attempt}")]
    private partial void LogRunFailed(Exception error, Guid syncId, int attempt);

    [LoggerMessage(3702, LogLevel.Warning, "The lease of Google Drive sync {SyncId} was lost; another worker continues")]
    private partial void LogLeaseLost(Guid syncId);

    [LoggerMessage(3703, LogLevel.Warning, "The lease of Google Drive sync {SyncId} could not be renewed or returned")]
    private partial void LogRenewalFailed(Exception error, Guid syncId);
}
