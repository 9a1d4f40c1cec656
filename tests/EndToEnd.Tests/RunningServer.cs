using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The started program with a data folder of its own, and Chromium beside it.</summary>
public class RunningServer : IServer, IAsyncLifetime
{
    private readonly TemporaryFolder data = new();
    private HotGigsProcess? server;

    public Chromium Chromium { get; } = new();

    public Uri Address => server!.Address;

    public virtual async ValueTask InitializeAsync()
    {
        await Chromium.InitializeAsync();
        server = await StartAsync("http://127.0.0.1:0");
    }

    /// <summary>Kills the server as a power cut would, and brings it back at the same address with the same data.</summary>
    /// <param name="whileDown">What to do in between.</param>
    public async Task KillAndRestartAsync(Func<Task> whileDown)
    {
        var address = Address.ToString();
        await server!.DisposeAsync();
        await whileDown();
        server = await StartAsync(address);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Settings that are not those of all tests.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    private Task<HotGigsProcess> StartAsync(string address)
    {
        var settings = new Dictionary<string, string?>(Settings)
        {
            ["urls"] = address,
            ["ResumeImport:Lease"] = "00:00:03",
            ["WS_RECONNECT_DELAY"] = "500",
            ["WS_MAX_RECONNECT_ATTEMPTS"] = "20",
        };
        return HotGigsProcess.StartAsync(data.Path, settings);
    }
}
