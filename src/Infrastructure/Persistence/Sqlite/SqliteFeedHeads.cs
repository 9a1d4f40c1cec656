using System.Data.Common;
using HotGigs.Domain.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>
/// One prepared statement on a connection that stays open. A read takes some microseconds, less than handing it to
/// another thread would, so it is done where it is asked for; those who ask at once take turns.
/// </summary>
internal sealed class SqliteFeedHeads(Database database, Func<HotGigsDbContext> createContext) : IFeedHeads, IDisposable
{
    private const string Sql = """SELECT "Epoch", "Seq", "UnreadCount", "UnseenCount" FROM "NotificationFeeds" WHERE "UserId" = @user""";

    private readonly Lock gate = new();
    private HotGigsDbContext? context;
    private DbCommand? statement;
    private bool isDisposed;

    public ValueTask<FeedSnapshot> ReadAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(() => Read(userId), cancellationToken);

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            Close();
        }
    }

    private FeedSnapshot Read(string userId)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            try
            {
                statement ??= Open();
                statement.Parameters[0].Value = userId;
                using var row = statement.ExecuteReader();
                return row.Read()
                    ? new FeedSnapshot(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3))
                    : FeedReader.Unopened;
            }
            catch
            {
                // Whatever went wrong must not stay: the next one begins with a connection of its own.
                Close();
                throw;
            }
        }
    }

    private DbCommand Open()
    {
        context = createContext();
        context.Database.OpenConnection();
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add(new SqliteParameter { ParameterName = "@user" });
        return command;
    }

    private void Close()
    {
        statement?.Dispose();
        statement = null;
        context?.Database.GetDbConnection().Close();
        context?.Dispose();
        context = null;
    }
}
