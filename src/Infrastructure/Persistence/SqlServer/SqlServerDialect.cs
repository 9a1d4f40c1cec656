using System.Collections.Frozen;
using System.Data;
using HotGigs.Domain.Notifications;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server locks rows: a feed's row is taken with an update lock before anything is read from it.</summary>
internal sealed class SqlServerDialect(Func<HotGigsDbContext> createContext) : IDatabaseDialect
{
    private const int Deadlock = 1205;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int SnapshotConflict = 3960;

    /// <summary>What Microsoft documents as passing: connections that broke, timeouts, failovers, and throttling by Azure SQL.</summary>
    private static readonly FrozenSet<int> Transient = new[]
    {
        20, 64, 121, 233, 258, 615, 921, 997, 1204, 1221, 1222, 3935, 4060, 4221, 6005, 8645, 8651, 9515, 10053, 10054, 10060,
        10922, 10928, 10929, 10936, 11001, 14355, 17197, 20041, 40143, 40197, 40501, 40540, 40613, 41301, 41302, 41305, 41325,
        41839, 42108, 42109, 49918, 49919, 49920,
    }.ToFrozenSet();

    private const string Keys = "OPENJSON({0}) WITH ([UserId] nvarchar(128) '$[0]', [Type] int '$[1]', [DeduplicationKey] nvarchar(200) '$[2]') AS [key]";

    /// <summary>With the columns' own collation, or the two could not be compared, and the index not be used.</summary>
    private const string OfKeys = """
         AS [one] ON [one].[UserId] = [key].[UserId] COLLATE Latin1_General_100_BIN2
            AND [one].[Type] = [key].[Type]
            AND [one].[DeduplicationKey] = [key].[DeduplicationKey] COLLATE Latin1_General_100_BIN2
        """;

    private const string NotificationsOfKeys = "SELECT [one].* FROM " + Keys + " INNER JOIN [Notifications]" + OfKeys;
    private const string WithheldOfKeys = "SELECT [one].* FROM " + Keys + " INNER JOIN [WithheldNotifications]" + OfKeys;

    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var context = createContext();
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            return new WriteTransaction(context, transaction, _ => context.DisposeAsync());
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public async Task<IAsyncDisposable> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
        await context.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);

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

    // EF sends many rows in one round trip.
    public Task SaveAsync(HotGigsDbContext context, CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public IQueryable<Notification> NotificationsOf(HotGigsDbContext context, string keys) =>
        context.Notifications.FromSqlRaw(NotificationsOfKeys, keys);

    public IQueryable<WithheldNotification> WithheldOf(HotGigsDbContext context, string keys) =>
        context.WithheldNotifications.FromSqlRaw(WithheldOfKeys, keys);

    public bool IsConflict(Exception error) =>
        Find(error)?.Number is Deadlock or UniqueIndex or UniqueConstraint or SnapshotConflict;

    public bool IsTransient(Exception error) =>
        error is TimeoutException || Find(error) is { } found && found.Errors.Cast<SqlError>().Any(one => Transient.Contains(one.Number));

    private static SqlException? Find(Exception error) => error as SqlException ?? error.InnerException as SqlException;
}
