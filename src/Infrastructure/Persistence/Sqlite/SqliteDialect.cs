using System.Data;
using HotGigs.Domain.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite lets one transaction write at a time. Within this process a gate puts the writers in line, first come
/// first served; <c>BEGIN IMMEDIATE</c> and the busy timeout do the same between processes.
/// </summary>
internal sealed class SqliteDialect : IDatabaseDialect, IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    /// <summary>A cross join is not reordered: the keys come first, and the rows are looked up by them.</summary>
    private const string OfKeys = """
         AS "one" ON "one"."UserId" = json_extract("key"."value", '$[0]')
            AND "one"."Type" = json_extract("key"."value", '$[1]')
            AND "one"."DeduplicationKey" = json_extract("key"."value", '$[2]')
        """;

    private const string NotificationsOfKeys = """SELECT "one".* FROM json_each({0}) AS "key" CROSS JOIN "Notifications" """ + OfKeys;
    private const string WithheldOfKeys = """SELECT "one".* FROM json_each({0}) AS "key" CROSS JOIN "WithheldNotifications" """ + OfKeys;

    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<WriteTransaction> BeginWriteAsync(HotGigsDbContext context, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return new WriteTransaction(await context.Database.BeginTransactionAsync(cancellationToken), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public async Task<IDbContextTransaction> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return await context.Database.UseTransactionAsync(transaction, cancellationToken)
            ?? throw new InvalidOperationException("The context did not take the transaction over.");
    }

    public Task<List<NotificationFeed>> HoldFeedsAsync(
        HotGigsDbContext context, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        context.NotificationFeeds.Where(feed => userIds.Contains(feed.UserId)).ToListAsync(cancellationToken);

    public Task SaveAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
        SqliteRowWriter.SaveAsync(context, cancellationToken);

    public IQueryable<Notification> NotificationsOf(HotGigsDbContext context, string keys) =>
        context.Notifications.FromSqlRaw(NotificationsOfKeys, keys);

    public IQueryable<WithheldNotification> WithheldOf(HotGigsDbContext context, string keys) =>
        context.WithheldNotifications.FromSqlRaw(WithheldOfKeys, keys);

    public bool IsConflict(Exception error) =>
        error is DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey } };

    // Another process has held the lock for longer than the busy timeout.
    public bool IsTransient(Exception error) =>
        (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode is Busy or Locked;

    public void Dispose() => gate.Dispose();
}
