using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>
/// Looks over all connections once a second and ends those that are silent, stuck or without a valid token. One walk
/// instead of several timers per connection.
/// </summary>
internal sealed class ConnectionSweeper(
    ConnectionRegistry registry,
    HandshakeRefusals refusals,
    IOptions<RealtimeOptions> options,
    TimeProvider clock,
    ILogger<ConnectionSweeper> logger) : BackgroundService
{
    private readonly RealtimeOptions options = options.Value;
    private readonly PeriodicTimer timer = new(TimeSpan.FromSeconds(1), clock);

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Sweep();
            }
            catch (Exception failure)
            {
                RealtimeLog.SweepFailed(logger, failure);
            }
        }
    }

    private void Sweep()
    {
        if (refusals.TakeSummary() is { } reasons)
            RealtimeLog.HandshakesRefused(logger, reasons);

        var now = clock.GetUtcNow();
        foreach (var connection in registry.Users.All)
        {
            try
            {
                Judge(connection, now);
            }
            catch (Exception failure)
            {
                RealtimeLog.SweepFailed(logger, failure);
            }
        }
    }

    private void Judge(ClientConnection connection, DateTimeOffset now)
    {
        if (connection.IsStuck(options) || !connection.KeepAlive(options))
        {
            RealtimeLog.ConnectionStuck(logger, connection.Id);
            connection.Abort();
        }
        else if (now - connection.TokenExpiresAt >= options.TokenGrace)
        {
            connection.Close(CloseCode.Unauthenticated, "The token has expired.");
        }
        else if (connection.Silence >= options.SilenceLimit)
        {
            connection.Close(CloseCode.Silent, "Nothing was heard for too long.");
        }
        else
        {
            connection.WarnOfExpiry(options.TokenWarning);
        }
    }
}
