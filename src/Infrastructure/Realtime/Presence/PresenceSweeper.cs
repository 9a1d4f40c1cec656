using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>Lets time pass in presence, once a second, instead of a timer for each who leaves or types.</summary>
internal sealed class PresenceSweeper(IPresence presence, TimeProvider clock, ILogger<PresenceSweeper> logger) : BackgroundService
{
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
                presence.Sweep();
            }
            catch (Exception failure)
            {
                RealtimeLog.PresenceSweepFailed(logger, failure);
            }
        }
    }
}
