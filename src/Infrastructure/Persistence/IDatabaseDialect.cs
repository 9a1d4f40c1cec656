using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Everything that SQLite and SQL Server do differently: locking, isolation, and how they report a conflict.</summary>
internal interface IDatabaseDialect
{
    /// <summary>Begins a transaction that is going to write. Disposing what it returns ends it, rolled back unless committed.</summary>
    Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction in which all queries see the same instant, until what it returns is disposed.</summary>
    Task<IAsyncDisposable> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken);

    /// <summary>Loads the feeds of these users and holds their rows until the transaction ends. Those that do not exist are missing.</summary>
    Task<List<NotificationFeed>> HoldFeedsAsync(
        HotGigsDbContext context, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken);

    /// <summary>Saves what has changed in the context, by what this database does fastest for many rows.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A row was refused.</exception>
    Task SaveAsync(HotGigsDbContext context, CancellationToken cancellationToken);

    /// <summary>The notifications with these deduplication keys, each looked up by its index.</summary>
    /// <param name="context">Where to look.</param>
    /// <param name="keys">A JSON array of <c>[user, type, key]</c>.</param>
    IQueryable<Notification> NotificationsOf(HotGigsDbContext context, string keys);

    /// <summary>What was withheld of these deduplication keys, each looked up by its index.</summary>
    /// <inheritdoc cref="NotificationsOf" path="/param"/>
    IQueryable<WithheldNotification> WithheldOf(HotGigsDbContext context, string keys);

    /// <summary>
    /// Whether the database refused the transaction because of another one that ran at the same time and undid it
    /// whole, so that doing it again is safe: a deadlock, a unique key that somebody else took first.
    /// </summary>
    bool IsConflict(Exception error);

    /// <summary>
    /// Whether the database could not be reached, or was too busy, for a reason that passes. Nothing of the
    /// transaction was stored, unless this happened to its commit.
    /// </summary>
    bool IsTransient(Exception error);
}
