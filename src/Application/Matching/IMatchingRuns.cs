using HotGigs.Domain.Matching;

namespace HotGigs.Application.Matching;

/// <summary>The queue of comparisons. Each method is one transaction.</summary>
public interface IMatchingRuns
{
    /// <inheritdoc cref="MatchingRun.Queue"/>
    Task QueueAsync(MatchingSubject subject, Guid subjectId, bool everything, CancellationToken cancellationToken);

    /// <summary>Claims the run that has waited longest and that nobody holds, those included whose worker died.</summary>
    /// <param name="worker">Name of the claim, unique among all of all servers.</param>
    /// <param name="lease">How long it is held unless it advances.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The run, or <c>null</c> where there is nothing to do.</returns>
    Task<MatchingRun?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Changes a claimed run.</summary>
    /// <returns>The run as stored; <c>null</c> where it is no longer held: it was taken over, or has to start over.</returns>
    Task<MatchingRun?> ChangeAsync(MatchingRun claimed, Action<MatchingRun> change, CancellationToken cancellationToken);
}

/// <summary>
/// Wakes the matching workers of this server when there is something to do. The queue is the database: a signal that
/// is lost only means that a worker finds the run at its next look.
/// </summary>
public interface IMatchingQueueSignal
{
    void Wake();
}
