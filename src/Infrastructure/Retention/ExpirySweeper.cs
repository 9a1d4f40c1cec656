using HotGigs.Application.Notifications.Retention;
using HotGigs.Infrastructure.Realtime.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Retention;

/// <summary>Takes expired notifications out of lists and counts, soon after they have expired.</summary>
internal sealed partial class ExpirySweeper(
    RequestSender requests, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<ExpirySweeper> logger) : BackgroundService
{
    /// <summary>Notifications of one round: those of one user among them leave as one change.</summary>
    private const int MaxPerRound = 500;

    private readonly PeriodicTimer timer = new(options.Value.ExpiryInterval, clock);

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            do
                await TrySweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var expired = 0;
            int round;
            do
            {
                round = await requests.SendAsync(
                    new RetireNotifications(new Outlived.Expired(clock.GetUtcNow()), MaxPerRound), cancellationToken);
                expired += round;
            }
            while (round == MaxPerRound);
            if (expired > 0)
                LogExpired(expired);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(3410, LogLevel.Debug, "{Count} notifications have expired")]
    private partial void LogExpired(int count);

    [LoggerMessage(3411, LogLevel.Warning, "Looking for expired notifications failed; trying again later")]
    private partial void LogFailed(Exception error);
}
