using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Matching;
using HotGigs.Domain.Matching;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Matching;

/// <summary>
/// Compares jobs and candidates in the background. The queue is the database: what a killed server leaves behind is
/// claimed by the next one when its lease runs out, and goes on where it stood.
/// </summary>
internal sealed partial class MatchingWorker(
    IMatchingRuns runs,
    MatchingQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<MatchingOptions> options,
    TimeProvider clock,
    ILogger<MatchingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Parallelism).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await runs.ClaimNextAsync(NameClaim(), options.Value.Lease, stopping) is { } run)
                    await AdvanceAsync(run, stopping);
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

    private string NameClaim() => $"{Environment.MachineName}/{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    private async Task AdvanceAsync(MatchingRun run, CancellationToken stopping)
    {
        using var activity = Tracing.Source.StartActivity("match", ActivityKind.Consumer);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AdvanceMatching(run), stopping);
            LogEnded(run.Subject, run.SubjectId);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Let go at once, so that another server, or the next start of this one, need not wait for the lease.
            await runs.ChangeAsync(run, one => one.Release(clock.GetUtcNow(), failed: false), CancellationToken.None);
        }
        catch (Exception error)
        {
            activity?.SetFailed(error);
            LogFailed(error, run.Subject, run.SubjectId);
            await runs.ChangeAsync(run, one => one.Release(clock.GetUtcNow() + DelayAfter(one.Faults), failed: true), stopping);
        }
    }

    private static TimeSpan DelayAfter(int faults) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(faults, 30)), LongestDelay.TotalSeconds));

    [LoggerMessage(3600, LogLevel.Error, "The queue of comparisons cannot be read; trying again")]
    private partial void LogQueueFailed(Exception error);

    [LoggerMessage(3601, LogLevel.Warning, "Comparing {Subject} {SubjectId} failed; it goes on from where it stands")]
    private partial void LogFailed(Exception error, MatchingSubject subject, Guid subjectId);

    [LoggerMessage(3602, LogLevel.Debug, "Comparing {Subject} {SubjectId} has ended")]
    private partial void LogEnded(MatchingSubject subject, Guid subjectId);
}
