using System.Data;
using HotGigs.Domain.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite lets one transaction write at a time. Within this process a gate puts the writers in line, first come
/// first served; <c>BEGIN IMMEDIATE</c> and the busy timeout do the same between processes. All of them use one
/// connection: SQLite forgets the pages that a connection holds when another one has written.
/// </summary>
internal sealed class SqliteDialect(Func<HotGigsDbContext> createContext) : IDatabaseDialect, IDisposable
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

    /// <summary>
    /// Pages for the writer to hold, up to 32 MB of them, and a write-ahead log of up to 32 MB before it is carried into
    /// the file: a page that many commits in a row have changed is then written there once.
    /// </summary>
    private const string WriterPragmas = "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000;";

    private readonly SemaphoreSlim gate = new(1, 1);
    private SqliteRowWriter? writer;

    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            writer ??= await OpenWriterAsync(cancellationToken);
            var transaction = await writer.Context.Database.BeginTransactionAsync(cancellationToken);
            return new WriteTransaction(writer.Context, transaction, EndWriteAsync);
        }
        catch
        {
            await EndWriteAsync(isSound: false);
            throw;
        }
    }

    public async Task<IAsyncDisposable> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        // The connection stays open: the transaction has to be ended, or it would keep the write-ahead log from shrinking.
        return transaction;
    }

    public Task<List<NotificationFeed>> HoldFeedsAsync(
        HotGigsDbContext context, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        context.NotificationFeeds.Where(feed => userIds.Contains(feed.UserId)).ToListAsync(cancellationToken);

    public Task SaveAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
        writer?.Context == context ? writer.SaveAsync(cancellationToken) : context.SaveChangesAsync(cancellationToken);

    public IQueryable<Notification> NotificationsOf(HotGigsDbContext context, string keys) =>
        context.Notifications.FromSqlRaw(NotificationsOfKeys, keys);

    public IQueryable<WithheldNotification> WithheldOf(HotGigsDbContext context, string keys) =>
        context.WithheldNotifications.FromSqlRaw(WithheldOfKeys, keys);

    public bool IsConflict(Exception error) =>
        error is DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey } };

    // Another process has held the lock for longer than the busy timeout.
    public bool IsTransient(Exception error) =>
        (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode is Busy or Locked;

    public void Dispose()
    {
        writer?.Context.Dispose();
        gate.Dispose();
    }

    private async Task<SqliteRowWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var context = createContext();
        try
        {
            await context.Database.ExecuteSqlRawAsync(WriterPragmas, cancellationToken);
            return new SqliteRowWriter(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    private async ValueTask EndWriteAsync(bool isSound)
    {
        try
        {
            if (isSound)
                writer?.Context.ChangeTracker.Clear();
            else
                await DropWriterAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>After something went wrong: whatever the connection still holds ends with it.</summary>
    private async Task DropWriterAsync()
    {
        if (writer is null)
            return;
        var context = writer.Context;
        writer = null;
        await context.Database.GetDbConnection().CloseAsync();
        await context.DisposeAsync();
    }
}
