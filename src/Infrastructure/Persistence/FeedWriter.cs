using System.Collections.Concurrent;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// Writes feeds one group after the other: whatever was asked for while the last transaction ran shares the next
/// one. A single change is not delayed, and under load one commit stores many. Because a group is published before
/// the next one commits, events come out in commit order.
/// </summary>
internal sealed class FeedWriter(Database database, IDomainEventPublisher events, TimeProvider clock) : IFeedWriter
{
    private const int MaxGroup = 128;

    private readonly ConcurrentQueue<FeedWork> waiting = new();
    private int running;

    public Task<T> WriteAsync<T>(
        IReadOnlyCollection<string> userIds,
        Func<IFeedTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new FeedWork<T>(userIds, work, cancellationToken);
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
        while (Take() is { Count: > 0 } group)
            await RunAsync(group);

        Volatile.Write(ref running, 0);
        // Something may have been enqueued between the last look and the line above.
        if (!waiting.IsEmpty)
            Start();
    }

    private List<FeedWork> Take()
    {
        var group = new List<FeedWork>();
        while (group.Count < MaxGroup && waiting.TryDequeue(out var work))
        {
            if (!work.IsCancelled())
                group.Add(work);
        }

        return group;
    }

    private async Task RunAsync(List<FeedWork> group)
    {
        try
        {
            var committed = await CommitAsync(group);
            await events.PublishAsync(committed, CancellationToken.None);
            group.ForEach(work => work.Succeed());
        }
        catch (Exception) when (group.Count > 1)
        {
            // One of them failed and took the others with it. Alone, each fails or succeeds for itself.
            foreach (var work in group)
                await RunAsync([work]);
        }
        catch (Exception error)
        {
            group[0].Fail(error);
        }
    }

    private Task<IReadOnlyList<IDomainEvent>> CommitAsync(List<FeedWork> group) =>
        database.WriteAsync(async (context, cancellationToken) =>
        {
            var users = group.SelectMany(work => work.UserIds).ToHashSet(StringComparer.Ordinal);
            var transaction = await FeedTransaction.BeginAsync(
                context, database.Dialect, users, clock.GetUtcNow(), cancellationToken);
            foreach (var work in group)
                await work.RunAsync(transaction);
            return transaction.TakeEvents();
        }, CancellationToken.None);
}
