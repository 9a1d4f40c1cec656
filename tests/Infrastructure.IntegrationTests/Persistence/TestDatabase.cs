using Microsoft.Extensions.Configuration;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>An empty, real database for one test.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    /// <summary>The configuration by which a server opens it.</summary>
    public abstract IConfiguration Configuration { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    protected static IConfiguration Configure(string provider, string connectionString, string dataFolder) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connectionString,
            ["Data:Folder"] = dataFolder,
        }).Build();
}
