using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Domain.GoogleDrive;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>
/// Runs the syncs that are due, a bounded number at a time. The queue is the database: several servers share it, and
/// the run of one that was killed goes on at another when its lease runs out.
/// </summary>
internal sealed partial class GoogleDriveSyncWorker(
    IGoogleDriveRuns runs,
    GoogleDriveQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<GoogleDriveOptions> options,
    TimeProvider clock,
    ILogger<GoogleDriveSyncWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.IsConfigured
            ? Task.WhenAll(Enumerable.Range(0, options.Value.Parallelism).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)))
            : Task.CompletedTask;

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var worker = $"{Environment.MachineName}/{Guid.CreateVersion7(clock.GetUtcNow()):N}";
                if (await runs.ClaimNextAsync(worker, options.Value.Lease, stopping) is { } sync)
                    await RunAsync(sync, stopping);
                else
                    await signal.WaitAsync(options.Value.PollInterval, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogQueueFailed(error);
                await Task.Delay(options.Value.PollInterval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(GoogleDriveSync sync, CancellationToken stopping)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heartbeat = KeepLeaseAsync(sync, held);
        using var activity = Tracing.Source.StartActivity("sync google drive", ActivityKind.Consumer);
        try
        {
            await SendAsync(new RunGoogleDriveSync(sync), held.Token);
        }
        catch (Exception) when (held.IsCancellationRequested)
        {
            // Whatever it is called: some database clients report a cancelled command as an error of their own.
            if (stopping.IsCancellationRequested)
                await GiveBackAsync(sync);
        }
        catch (Exception error)
        {
            activity?.SetFailed(error);
            LogRunFailed(error, sync.Id, sync.Faults + 1);
            await PutOffAsync(sync, error, held.Token);
        }
        finally
        {
            await held.CancelAsync();
            await heartbeat;
        }
    }

    private async Task PutOffAsync(GoogleDriveSync sync, Exception cause, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new PutOffGoogleDriveRun(sync, cause), cancellationToken);
        }
        catch (SyncLeaseLostException)
        {
            // Another worker goes on with it.
            LogLeaseEnded(sync.Id);
        }
    }

    private async Task SendAsync(IRequest<Unit> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Renews the lease until the run ends, and stops the run where that does not succeed in time.</summary>
    private async Task KeepLeaseAsync(GoogleDriveSync sync, CancellationTokenSource held)
    {
        var lease = options.Value.Lease;
        var leasedUntil = clock.GetUtcNow() + lease;
        while (!held.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease / 3, clock, held.Token);
                var until = clock.GetUtcNow() + lease;
                await runs.RenewLeaseAsync(sync, lease, held.Token);
                leasedUntil = until;
            }
            catch (Exception) when (held.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is SyncLeaseLostException || clock.GetUtcNow() >= leasedUntil)
            {
                // Another worker may take over any moment: stop before the two meet.
                LogLeaseEnded(sync.Id);
                await held.CancelAsync();
            }
            catch (Exception error)
            {
                LogRenewalFailed(error, sync.Id);
            }
        }
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
    private partial void LogQueueFailed(Exception error);

    [LoggerMessage(3701, LogLevel.Warning, "Google Drive sync {SyncId} failed in attempt {Attempt}")]
    private partial void LogRunFailed(Exception error, Guid syncId, int attempt);

    [LoggerMessage(3707, LogLevel.Warning, "The lease of Google Drive sync {SyncId} has ended while it ran; it is stopped here")]
    private partial void LogLeaseEnded(Guid syncId);

    [LoggerMessage(3703, LogLevel.Warning, "The lease of Google Drive sync {SyncId} could not be renewed or returned")]
    private partial void LogRenewalFailed(Exception error, Guid syncId);
}
