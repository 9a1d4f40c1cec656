namespace HotGigs.Infrastructure.Persistence;

/// <summary>Opens short-lived contexts: one for each read, and one for each transaction that writes.</summary>
internal sealed class Database(Func<HotGigsDbContext> createContext, IDatabaseDialect dialect)
{
    private const int MaxAttempts = 5;

    public IDatabaseDialect Dialect => dialect;

    /// <summary>Runs queries whose results need not agree with each other.</summary>
    public async Task<T> ReadAsync<T>(Func<HotGigsDbContext, Task<T>> read)
    {
        await using var context = createContext();
        return await read(context);
    }

    /// <summary>Runs queries that all see the same instant.</summary>
    public async Task<T> ReadSnapshotAsync<T>(Func<HotGigsDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var context = createContext();
        await using var transaction = await dialect.BeginSnapshotAsync(context, cancellationToken);
        return await read(context);
    }

    /// <summary>
    /// Runs work in one transaction, saves what it changed, and commits. Where the database undid it because of
    /// another transaction, it is run again from the start on a new context.
    /// </summary>
    public async Task<T> WriteAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellationToken);
            }
            catch (Exception error) when (attempt < MaxAttempts && dialect.IsConflict(error))
            {
                // The other transaction has ended: that is why this one was refused. There is nothing to wait for.
            }
        }
    }

    private async Task<T> WriteOnceAsync<T>(
        Func<HotGigsDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = createContext();
        await using var transaction = await dialect.BeginWriteAsync(context, cancellationToken);
        var result = await work(context, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
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
