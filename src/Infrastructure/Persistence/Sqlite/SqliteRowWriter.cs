using System.Data.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Saves the rows that come in numbers by one prepared statement for each type. EF has SQLite parse a statement of its
/// own for every row, which takes several times as long as storing it.
/// </summary>
/// <param name="context">On whose connection the statements stay prepared.</param>
internal sealed class SqliteRowWriter(HotGigsDbContext context)
{
    /// <summary>In this order: a notification refers to its feed.</summary>
    private static readonly Type[] Inserted =
        [typeof(User), typeof(NotificationFeed), typeof(Notification), typeof(WithheldNotification), typeof(EmailDelivery), typeof(Match)];

    private readonly Dictionary<string, DbCommand> statements = [];

    public HotGigsDbContext Context => context;

    /// <summary>Saves all that has changed in the context, which is in a transaction: what is not in numbers, EF does.</summary>
    /// <exception cref="DbUpdateException">SQLite refused a row.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var changed = FindChanged();
        var updated = changed.Where(entry => entry is { State: EntityState.Modified, Entity: NotificationFeed }).ToList();
        var left = changed.Count - updated.Count;
        try
        {
            await UpdateAsync(updated, cancellationToken);
            foreach (var type in Inserted)
            {
                var added = changed.Where(entry => entry.State == EntityState.Added && entry.Metadata.ClrType == type).ToList();
                await InsertAsync(added, cancellationToken);
                left -= added.Count;
            }
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException("A row was refused.", refused);
        }

        if (left > 0)
            await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>As EF finds it, but without looking at every column of rows that are new.</summary>
    private List<EntityEntry> FindChanged()
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var tracked = context.ChangeTracker.Entries().ToList();
            foreach (var entry in tracked.Where(entry => entry.State != EntityState.Added))
                entry.DetectChanges();
            return [.. tracked.Where(entry => entry.State != EntityState.Unchanged)];
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task InsertAsync(List<EntityEntry> added, CancellationToken cancellationToken)
    {
        if (added.Count == 0)
            return;

        var row = SqliteRow.Of(added[0].Metadata);
        var command = Statement(row.Insert);
        foreach (var entry in added)
        {
            await WriteAsync(command, row, entry, cancellationToken);
            // Feeds go on changing. Of the others nobody is going to change this object, and the next look for changes
            // need not compare all its columns: who asks for it loads it.
            entry.State = entry.Entity is NotificationFeed ? EntityState.Unchanged : EntityState.Detached;
        }
    }

    private async Task UpdateAsync(List<EntityEntry> updated, CancellationToken cancellationToken)
    {
        if (updated.Count == 0)
            return;

        var row = SqliteRow.Of(updated[0].Metadata);
        var command = Statement(row.Update);
        foreach (var entry in updated)
        {
            await WriteAsync(command, row, entry, cancellationToken);
            entry.OriginalValues.SetValues(entry.CurrentValues);
            entry.State = EntityState.Unchanged;
        }
    }

    private DbCommand Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            statements.Add(sql, command);
        }

        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static async Task WriteAsync(DbCommand command, SqliteRow row, EntityEntry entry, CancellationToken cancellationToken)
    {
        row.Fill(command.Parameters, entry.Entity);
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
            throw new DbUpdateException($"A row of {entry.Metadata.DisplayName()} is gone that was held.");
    }
}
