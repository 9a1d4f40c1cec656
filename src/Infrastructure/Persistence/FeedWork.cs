using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>One piece of work that waits for its turn to write feeds.</summary>
internal abstract class FeedWork(IReadOnlyCollection<string> userIds, DeduplicationKey? key)
{
    public IReadOnlyCollection<string> UserIds { get; } = userIds;

    /// <summary>What is traced by whoever asked.</summary>
    public Activity? Caller { get; } = Activity.Current;

    /// <summary>What it is going to look for among its users.</summary>
    public DeduplicationKey? Key { get; } = key;

    /// <summary>Whether whoever asked has given up; if so, they have been told.</summary>
    public abstract bool IsCancelled();

    /// <summary>Runs the work; what became of it is handed out only by <see cref="Conclude"/>.</summary>
    public abstract Task RunAsync(FeedTransaction transaction);

    /// <summary>Hands out the result, or the refusal: what the work did is committed.</summary>
    public abstract void Conclude();

    public abstract void Fail(Exception error);
}

/// <inheritdoc cref="FeedWork"/>
internal sealed class FeedWork<T>(
    IReadOnlyCollection<string> userIds,
    DeduplicationKey? key,
    Func<IFeedTransaction, CancellationToken, Task<T>> work,
    CancellationToken cancellationToken) : FeedWork(userIds, key)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private RequestException? refusal;

    public Task<T> Completion => completion.Task;

    public override bool IsCancelled() =>
        cancellationToken.IsCancellationRequested && completion.TrySetCanceled(cancellationToken);

    // From here on it belongs to a group: one caller who gives up must not undo the others, and neither must one that
    // is refused before it has changed anything.
    public override async Task RunAsync(FeedTransaction transaction)
    {
        refusal = null;
        var before = Changes(transaction);
        try
        {
            result = await work(transaction, CancellationToken.None);
        }
        catch (RequestException refused) when (Changes(transaction) == before)
        {
            refusal = refused;
        }
    }

    public override void Conclude()
    {
        if (refusal is not null)
            completion.SetException(refusal);
        else
            completion.SetResult(result!);
    }

    public override void Fail(Exception error) => completion.SetException(error);

    // Every change of a feed takes a number; what else is stored with it, the transaction counts.
    private long Changes(FeedTransaction transaction) => UserIds.Sum(userId => transaction.Feed(userId).Seq) + transaction.Stored;
}
