using DotNet.Testcontainers.Builders;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Testcontainers.MsSql;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>
/// A database of its own on the SQL Server named by <c>HOTGIGS_TEST_SQLSERVER</c> (a connection string), or else on
/// one in a container. Where there is neither, the test is skipped and says why.
/// </summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    private const string Variable = "HOTGIGS_TEST_SQLSERVER";

    private static readonly Lazy<Task<(string? ConnectionString, string? Missing)>> Server = new(FindServerAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("hotgigs-test-").FullName;
    private string connectionString = "";

    public override IConfiguration Configuration => Configure("SqlServer", connectionString, folder);

    public override async ValueTask InitializeAsync()
    {
        var (server, missing) = await Server.Value;
        Assert.SkipWhen(server is null, missing ?? "");
        connectionString = new SqlConnectionStringBuilder(server)
        {
            InitialCatalog = $"hotgigs_test_{Guid.CreateVersion7():N}",
        }.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (connectionString.Length == 0)
            return;

        var builder = new SqlConnectionStringBuilder(connectionString);
        var name = builder.InitialCatalog;
        builder.InitialCatalog = "master";
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(builder.ToString());
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"IF DB_ID('{name}') IS NOT NULL DROP DATABASE [{name}]";
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<(string? ConnectionString, string? Missing)> FindServerAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured)
            return (configured, null);

        try
        {
            // The container lives as long as the test run; its own reaper removes it afterwards.
            var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
            await container.StartAsync();
            return (container.GetConnectionString(), null);
        }
        catch (DockerUnavailableException)
        {
            return (null, $"There is no Docker engine, and {Variable} names no SQL Server.");
        }
    }
}
