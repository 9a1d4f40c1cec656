using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>
/// Empties a server that is to stop. No new connection is taken; each one there is told when to come back, spread
/// evenly, so that they do not all arrive elsewhere at once. They are served on for the notice, while they leave by
/// themselves; what is left then is closed.
/// </summary>
internal sealed class ConnectionDrain(
    ConnectionRegistry registry,
    DrainSignal drain,
    IHostApplicationLifetime lifetime,
    IOptions<RealtimeOptions> options,
    TimeProvider clock,
    ILogger<ConnectionDrain> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly RealtimeOptions options = options.Value;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // With the signal itself, not when the host gets round to stopping.
        lifetime.ApplicationStopping.Register(Begin);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before anything is stopped, the web server above all: requests, live delivery and acks go on meanwhile.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Begin();
        var began = clock.GetTimestamp();
        try
        {
            while (registry.Count > 0 && clock.GetElapsedTime(began) < options.DrainNotice)
                await Task.Delay(LookInterval, clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // There is no time left.
        }

        RealtimeLog.ClosingAll(logger, registry.Count);
        foreach (var connection in registry.Users.All)
            connection.Close(CloseCode.GoingAway, "The server is going away.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The host stops while the signal still tells everyone of it: whoever comes second waits until all have been asked,
    // for what it does next is to close them.
    private void Begin()
    {
        lock (gate)
        {
            if (drain.HasBegun)
                return;
            drain.Begin();
            AskToLeave();
        }
    }

    private void AskToLeave()
    {
        var connections = registry.Users.All.ToList();
        RealtimeLog.Draining(logger, connections.Count, options.DrainNotice);
        for (var i = 0; i < connections.Count; i++)
        {
            // A stretch of its own for each, and at random within: several servers may stop together.
            var after = options.DrainSpread * ((i + Random.Shared.NextDouble()) / connections.Count);
            connections[i].Enqueue(DrainFrames.Reconnect(after));
        }
    }
}
