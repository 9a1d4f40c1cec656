using Microsoft.EntityFrameworkCore;
using Polly;
using Polly.Retry;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Opens short-lived contexts: one for each read, and one for each transaction that writes.</summary>
internal sealed class Database(Func<HotGigsDbContext> createContext, IDatabaseDialect dialect, TimeProvider clock)
{
    private const int MaxConflicts = 5;

    /// <summary>What passes is waited for: about three seconds in all, then whoever asked is told.</summary>
    private readonly ResiliencePipeline untilItPasses = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(error => error is not UncertainCommitException && dialect.IsTransient(error)),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    public IDatabaseDialect Dialect => dialect;

    /// <summary>Runs a read that opens no context of its own.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken) =>
        await untilItPasses.ExecuteAsync(static (read, _) => ValueTask.FromResult(read()), read, cancellationToken);

    /// <summary>Runs queries whose results need not agree with each other.</summary>
    public async Task<T> ReadAsync<T>(Func<HotGigsDbContext, Task<T>> read) =>
        await untilItPasses.ExecuteAsync(async _ =>
        {
            await using var context = createContext();
            return await read(context);
        });

    /// <summary>Runs queries that all see the same instant.</summary>
    public async Task<T> ReadSnapshotAsync<T>(Func<HotGigsDbContext, Task<T>> read, CancellationToken cancellationToken) =>
        await untilItPasses.ExecuteAsync(
            async ct =>
            {
                await using var context = createContext();
                await using var transaction = await dialect.BeginSnapshotAsync(context, ct);
                return await read(context);
            },
            cancellationToken);

    /// <summary>
    /// Runs work in one transaction, saves what it changed, and commits. Where the database undid it because of
    /// another transaction, or could not be reached before the commit, it is run again from the start on a new
    /// context. A commit of which nobody knows whether it happened is never done again.
    /// </summary>
    /// <exception cref="UncertainCommitException">The connection broke during the commit.</exception>
    public async Task<T> WriteAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        await untilItPasses.ExecuteAsync(async ct => await WriteDespiteConflictsAsync(work, ct), cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync"/>, for a row that carries its version: where somebody else has stored it meanwhile,
    /// the work is run again on what they have left.
    /// </summary>
    public async Task<T> WriteOnLatestAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(work, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The other one has come further, so this ends.
            }
        }
    }

    private async Task<T> WriteDespiteConflictsAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellationToken);
            }
            catch (Exception error) when (attempt < MaxConflicts && dialect.IsConflict(error))
            {
                // The other transaction has ended: that is why this one was refused. There is nothing to wait for.
            }
        }
    }

    private async Task<T> WriteOnceAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await dialect.BeginWriteAsync(cancellationToken);
        var result = await work(transaction.Context, cancellationToken);
        await transaction.Context.SaveChangesAsync(cancellationToken);
        await CommitAsync(transaction);
        return result;
    }

    // Not to be cancelled any more: whoever gives up while a commit is under way would not know what became of it.
    private async Task CommitAsync(WriteTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when (!dialect.IsConflict(error))
        {
            throw new UncertainCommitException(error);
        }
    }
}

/// <summary>
/// The connection broke while a transaction was being committed: it may have been stored or not. Doing it again
/// blindly could store it twice.
/// </summary>
internal sealed class UncertainCommitException(Exception innerException)
    : Exception("It is unknown whether the transaction was committed.", innerException);
