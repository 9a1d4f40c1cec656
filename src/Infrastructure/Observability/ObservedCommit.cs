using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.Observability;

/// <summary>
/// One group of writes, measured and traced from its begin until it is published. A single write goes on with the
/// trace of whoever asked for it. Of several none can be the parent: the group is a trace of its own, linked with
/// each of them in both directions.
/// </summary>
internal sealed class ObservedCommit : IDisposable
{
    private readonly NotificationMetrics metrics;
    private readonly TimeProvider clock;
    private readonly int works;
    private readonly long startedAt;
    private readonly Activity? whole;
    private readonly Activity? commit;
    private int attempts;

    private ObservedCommit(NotificationMetrics metrics, TimeProvider clock, IReadOnlyList<FeedWork> group)
    {
        this.metrics = metrics;
        this.clock = clock;
        works = group.Count;
        startedAt = clock.GetTimestamp();
        if (!Tracing.Source.HasListeners())
            return;
        whole = Start(group);
        // Where the whole is not sampled, its parts are not either.
        commit = whole is null ? null : Tracing.Source.StartActivity("commit");
    }

    public static ObservedCommit Begin(NotificationMetrics metrics, TimeProvider clock, IReadOnlyList<FeedWork> group) =>
        new(metrics, clock, group);

    /// <summary>The transaction begins, for the first time or again.</summary>
    public void Attempt() => attempts++;

    public void Committed(IReadOnlyList<IDomainEvent> events)
    {
        commit?.Dispose();
        metrics.Committed(works, clock.GetElapsedTime(startedAt), Math.Max(0, attempts - 1), error: null);
        metrics.Stored(events);
    }

    public void Failed(Exception error)
    {
        commit?.SetFailed(error);
        whole?.SetFailed(error);
        commit?.Dispose();
        metrics.Committed(works, clock.GetElapsedTime(startedAt), Math.Max(0, attempts - 1), error);
    }

    public void Dispose() => whole?.Dispose();

    private static Activity? Start(IReadOnlyList<FeedWork> group)
    {
        var callers = group.Select(work => work.Caller).OfType<Activity>().Where(caller => caller.Recorded).ToList();
        // Whoever asked has no trace, or one that is not sampled.
        if (callers.Count == 0)
            return null;
        if (group.Count == 1)
            return Tracing.Source.StartActivity("write feeds", ActivityKind.Internal, callers[0].Context);

        var activity = Tracing.Source.StartActivity(
            "write feeds", ActivityKind.Internal, default(ActivityContext), links: callers.Select(caller => new ActivityLink(caller.Context)));
        activity?.SetTag("hotgigs.write.count", group.Count);
        if (activity is not null)
            callers.ForEach(caller => caller.AddLink(new ActivityLink(activity.Context)));
        return activity;
    }
}
