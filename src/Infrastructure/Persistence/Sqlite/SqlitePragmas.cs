using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Sets on each connection what makes SQLite fit for many readers beside a writer: the write-ahead log, which a
/// file keeps once it has it; how long to wait for another process's write; and to have every commit on disk before
/// it is announced. A connection stays open as long as its context, which is used again and again: with every opening
/// EF gives SQLite some two dozen functions, which takes longer than most reads.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
    public override InterceptionResult ConnectionClosing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());
}
