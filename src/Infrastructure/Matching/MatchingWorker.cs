using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Matching;
using HotGigs.Domain.Matching;
using HotGigs.Infrastructure.Queues;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Compares jobs and candidates in the background. What was cut off goes on where it stood.</summary>
internal sealed partial class MatchingWorker(
    IMatchingRuns runs,
    MatchingQueueSignal signal,
    IServiceScopeFactory scopes,
    IOptions<MatchingOptions> options,
    TimeProvider clock,
    ILogger<MatchingWorker> logger)
    : QueueWorker<MatchingRun>(signal, options.Value.Parallelism, options.Value.PollInterval, clock)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    protected override Task<MatchingRun?> ClaimNextAsync(string worker, CancellationToken cancellationToken) =>
        runs.ClaimNextAsync(worker, options.Value.Lease, cancellationToken);

    protected override async Task WorkAsync(MatchingRun item, CancellationToken stopping)
    {
        using var activity = Tracing.Source.StartActivity("match", ActivityKind.Consumer);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AdvanceMatching(item), stopping);
            LogEnded(item.Subject, item.SubjectId);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Let go at once, so that another server, or the next start of this one, need not wait for the lease.
            await runs.ChangeAsync(item, one => one.Release(Clock.GetUtcNow(), failed: false), CancellationToken.None);
        }
        catch (Exception error)
        {
            activity?.SetFailed(error);
            LogFailed(error, item.Subject, item.SubjectId);
            await runs.ChangeAsync(item, one => one.Release(Clock.GetUtcNow() + DelayAfter(one.Faults), failed: true), stopping);
        }
    }

    private static TimeSpan DelayAfter(int faults) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(faults, 30)), LongestDelay.TotalSeconds));

    [LoggerMessage(3600, LogLevel.Error, "The queue of comparisons cannot be read; trying again")]
    protected override partial void LogQueueFailed(Exception error);

    [LoggerMessage(3601, LogLevel.Warning, "Comparing {Subject} {SubjectId} failed; it goes on from where it stands")]
    private partial void LogFailed(Exception error, MatchingSubject subject, Guid subjectId);

    [LoggerMessage(3602, LogLevel.Debug, "Comparing {Subject} {SubjectId} has ended")]
    private partial void LogEnded(MatchingSubject subject, Guid subjectId);
}
