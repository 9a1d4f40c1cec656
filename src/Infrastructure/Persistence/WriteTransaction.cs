using Microsoft.EntityFrameworkCore.Storage;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>A writing transaction, and the context it runs on.</summary>
/// <param name="context">Belongs to the transaction until that is disposed.</param>
/// <param name="transaction">Begun on it.</param>
/// <param name="end">Takes the context back, told whether it is still to be trusted.</param>
internal sealed class WriteTransaction(
    HotGigsDbContext context, IDbContextTransaction transaction, Func<bool, ValueTask> end) : IAsyncDisposable
{
    private bool isSound = true;

    public HotGigsDbContext Context => context;

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        isSound = false;
        await transaction.CommitAsync(cancellationToken);
        isSound = true;
    }

    public async ValueTask DisposeAsync()
    {
        var wasSound = isSound;
        isSound = false;
        try
        {
            await transaction.DisposeAsync();
            isSound = wasSound;
        }
        finally
        {
            await end(isSound);
        }
    }
}
