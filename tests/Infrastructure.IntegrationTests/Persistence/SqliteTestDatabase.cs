using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>A SQLite file in a folder of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("hotgigs-test-").FullName;

    public override IConfiguration Configuration => Configure("Sqlite", "Data Source=test.db", folder);

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
