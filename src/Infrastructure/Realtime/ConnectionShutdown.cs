using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Closes all connections as soon as the application begins to stop: the web server waits for them.</summary>
internal sealed class ConnectionShutdown(
    ConnectionRegistry registry, IHostApplicationLifetime lifetime, ILogger<ConnectionShutdown> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(CloseAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void CloseAll()
    {
        RealtimeLog.ClosingAll(logger, registry.Count);
        foreach (var connection in registry.Users.All)
            connection.Close(CloseCode.GoingAway, "The server is going away.");
    }
}
