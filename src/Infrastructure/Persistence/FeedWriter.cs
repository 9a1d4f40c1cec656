using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Emails;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;
using HotGigs.Infrastructure.Observability;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// Writes feeds one group after the other: whatever was asked for while the last transaction ran shares the next
/// one. A single change is not delayed, and under load one commit stores many. Because a group is published before
/// the next one commits, events come out in commit order.
/// </summary>
internal sealed partial class FeedWriter(
    Database database,
    IDomainEventPublisher events,
    IEmailQueueSignal mails,
    NotificationMetrics metrics,
    TimeProvider clock,
    ILogger<FeedWriter> logger) : IFeedWriter
{
    /// <summary>Works that share a transaction at most.</summary>
    private const int MaxGroup = 128;

    /// <summary>
    /// Feeds of a work above which it shares its transaction with no other: what is told to one user must not wait
    /// for a slice of an announcement that came after it.
    /// </summary>
    private const int MaxSharedFeeds = 10;

    /// <summary>Works that may wait. Past it the database cannot keep up, and more waiting would only be more waiting.</summary>
    private const int MaxWaiting = 10_000;

    private readonly ConcurrentQueue<FeedWork> waiting = new();
    private int running;

    public Task<T> WriteAsync<T>(
        IReadOnlyCollection<string> userIds,
        DeduplicationKey? key,
        Func<IFeedTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (waiting.Count >= MaxWaiting)
            throw new RequestException(ErrorCode.Unavailable, "Too much is being written right now. Try again in a moment.");

        var request = new FeedWork<T>(userIds, key, work, cancellationToken);
        waiting.Enqueue(request);
        Start();
        return request.Completion;
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref running, 1, 0) == 0)
            _ = Task.Run(DrainAsync);
    }

    private async Task DrainAsync()
    {
        // It works for everyone, not only for whoever happened to wake it.
        Activity.Current = null;
        while (Take() is { Count: > 0 } group)
        {
            await RunAsync(group);
            // Under load those who have just been answered ask again at once: they get to share the next commit.
            if (group.Count > 1)
                await Task.Yield();
        }

        // A full fence, which a volatile write is not: the look below must not come before it, or work enqueued in
        // between would wait for the next one to wake the writer.
        Interlocked.Exchange(ref running, 0);
        if (!waiting.IsEmpty)
            Start();
    }

    private List<FeedWork> Take()
    {
        var group = new List<FeedWork>();
        while (group.Count < MaxGroup && waiting.TryPeek(out var next) && (group.Count == 0 || !IsLarge(next)))
        {
            // Nobody else takes work out, so this is the one that was looked at.
            if (!waiting.TryDequeue(out var work) || work.IsCancelled())
                continue;
            group.Add(work);
            if (IsLarge(work))
                break;
        }

        return group;

        static bool IsLarge(FeedWork work) => work.UserIds.Count > MaxSharedFeeds;
    }

    private async Task RunAsync(List<FeedWork> group)
    {
        using var observed = ObservedCommit.Begin(metrics, clock, group);
        (IReadOnlyList<IDomainEvent> Events, bool HasMails) committed;
        try
        {
            committed = await CommitAsync(group, observed);
            observed.Committed(committed.Events);
        }
        catch (Exception error) when (group.Count > 1 && error is not (UncertainCommitException or DbException))
        {
            // One of them failed and took the others with it. Alone, each fails or succeeds for itself.
            observed.Failed(error);
            foreach (var work in group)
                await RunAsync([work]);
            return;
        }
        catch (Exception error)
        {
            observed.Failed(error);
            group.ForEach(work => work.Fail(error));
            return;
        }

        if (committed.HasMails)
            mails.Wake();

        try
        {
            await events.PublishAsync(committed.Events, CancellationToken.None);
        }
        catch (Exception error)
        {
            // It is stored: clients find it when they sync. Doing the work again would store it twice.
            LogPublishFailed(error);
        }

        group.ForEach(work => work.Conclude());
    }

    private Task<(IReadOnlyList<IDomainEvent> Events, bool HasMails)> CommitAsync(List<FeedWork> group, ObservedCommit observed) =>
        database.WriteAsync(async (context, cancellationToken) =>
        {
            observed.Attempt();
            var transaction = await FeedTransaction.BeginAsync(context, database.Dialect, group, clock.GetUtcNow(), cancellationToken);
            foreach (var work in group)
                await work.RunAsync(transaction);
            await transaction.SaveAsync(cancellationToken);
            return (transaction.TakeEvents(), transaction.HasMails);
        }, CancellationToken.None);

    [LoggerMessage(3100, LogLevel.Error, "Publishing committed changes of feeds failed")]
    private partial void LogPublishFailed(Exception error);
}
