using System.Data;
using HotGigs.Domain.Notifications;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HotGigs.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server locks rows: a feed's row is taken with an update lock before anything is read from it.</summary>
internal sealed class SqlServerDialect : IDatabaseDialect
{
    private const int Deadlock = 1205;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int SnapshotConflict = 3960;

    public async Task<WriteTransaction> BeginWriteAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
        new(await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken));

    public Task<IDbContextTransaction> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
        context.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);

    public async Task<List<NotificationFeed>> HoldFeedsAsync(
        HotGigsDbContext context, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken)
    {
        // One feed after the other, in the same order everywhere: two transactions that hold several of the same
        // feeds wait for each other instead of locking each other out.
        var feeds = new List<NotificationFeed>(userIds.Count);
        foreach (var userId in userIds.Order(StringComparer.Ordinal))
            feeds.AddRange(await Hold(context, userId).ToListAsync(cancellationToken));
        return feeds;
    }

    /// <summary>The query that holds one feed's row.</summary>
    internal static IQueryable<NotificationFeed> Hold(HotGigsDbContext context, string userId) =>
        context.NotificationFeeds.FromSql(
            $"SELECT * FROM [NotificationFeeds] WITH (UPDLOCK, ROWLOCK) WHERE [UserId] = {userId}");

    public bool IsConflict(Exception error) =>
        (error as SqlException ?? error.InnerException as SqlException)?.Number
            is Deadlock or UniqueIndex or UniqueConstraint or SnapshotConflict;
}
