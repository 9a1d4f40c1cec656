using HotGigs.Application.Notifications;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>One piece of work that waits for its turn to write feeds.</summary>
internal abstract class FeedWork(IReadOnlyCollection<string> userIds)
{
    public IReadOnlyCollection<string> UserIds { get; } = userIds;

    /// <summary>Whether whoever asked has given up; if so, they have been told.</summary>
    public abstract bool IsCancelled();

    /// <summary>Runs the work; its result is handed out only by <see cref="Succeed"/>.</summary>
    public abstract Task RunAsync(IFeedTransaction transaction);

    public abstract void Succeed();

    public abstract void Fail(Exception error);
}

/// <inheritdoc cref="FeedWork"/>
internal sealed class FeedWork<T>(
    IReadOnlyCollection<string> userIds,
    Func<IFeedTransaction, CancellationToken, Task<T>> work,
    CancellationToken cancellationToken) : FeedWork(userIds)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Completion => completion.Task;

    public override bool IsCancelled() =>
        cancellationToken.IsCancellationRequested && completion.TrySetCanceled(cancellationToken);

    // From here on it belongs to a group: one caller who gives up must not undo the others.
    public override async Task RunAsync(IFeedTransaction transaction) => result = await work(transaction, CancellationToken.None);

    public override void Succeed() => completion.SetResult(result!);

    public override void Fail(Exception error) => completion.SetException(error);
}
