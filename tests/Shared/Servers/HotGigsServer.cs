using HotGigs.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Tests.Shared.Servers;

/// <summary>
/// The real server in the test's own process: its own composition, Kestrel on a free port, SQLite in a folder of its
/// own. Tests reach into <see cref="Services"/> where the outside has no way to cause something.
/// </summary>
public sealed class HotGigsServer : IServer, IAsyncDisposable
{
    private readonly WebApplication app;

    private HotGigsServer(WebApplication app, TemporaryFolder data, CapturedLog log)
    {
        this.app = app;
        Data = data;
        Log = log;
    }

    public Uri Address => new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    public TemporaryFolder Data { get; }

    public CapturedLog Log { get; }

    /// <summary>Starts a server that is ready to serve.</summary>
    /// <param name="settings">Settings by name, such as <c>ResumeImport:Parallelism</c>.</param>
    /// <param name="replace">Has the last word on what is registered.</param>
    public static async Task<HotGigsServer> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var data = new TemporaryFolder();
        var log = new CapturedLog();
        var app = HotGigsApplication.Build(ServerSettings.Arguments(data.Path, settings), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            replace?.Invoke(builder.Services);
        });
        await app.PrepareAsync();
        await app.StartAsync();
        return new HotGigsServer(app, data, log);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Data.Dispose();
    }
}
