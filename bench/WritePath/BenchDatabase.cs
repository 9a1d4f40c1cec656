using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace HotGigs.Bench.WritePath;

/// <summary>A new database for one server, and the folder beside it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? sqlServer;

    private BenchDatabase(string name, string? sqlServer)
    {
        Name = name;
        this.sqlServer = sqlServer;
    }

    public string Name { get; }

    /// <summary>What a server is told to use it.</summary>
    public IReadOnlyList<string> Arguments => sqlServer is null
        ? [$"--Data:Folder={Folder}"]
        : [$"--Data:Folder={Folder}", "--Database:Provider=SqlServer", $"--Database:ConnectionString={sqlServer}"];

    private string Folder { get; } = Directory.CreateTempSubdirectory("hotgigs-bench-").FullName;

    /// <summary>The databases to measure on: SQLite, and the SQL Server that <c>HOTGIGS_TEST_SQLSERVER</c> names, if it does.</summary>
    public static IEnumerable<Func<BenchDatabase>> All()
    {
        yield return () => new BenchDatabase("SQLite", sqlServer: null);
        if (Environment.GetEnvironmentVariable("HOTGIGS_TEST_SQLSERVER") is { Length: > 0 } server)
            yield return () => new BenchDatabase("SQL Server", new SqlConnectionStringBuilder(server) { InitialCatalog = $"hotgigs_bench_{Guid.CreateVersion7():N}" }.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (sqlServer is null)
            return;

        SqlConnection.ClearAllPools();
        var database = new SqlConnectionStringBuilder(sqlServer);
        var name = database.InitialCatalog;
        database.InitialCatalog = "master";
        await using var connection = new SqlConnection(database.ToString());
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"IF DB_ID('{name}') IS NOT NULL DROP DATABASE [{name}]";
        await drop.ExecuteNonQueryAsync();
    }
}
