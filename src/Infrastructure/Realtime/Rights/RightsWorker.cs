using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Rights;

/// <summary>
/// Takes withdrawn rights from live connections, one user after the other, beside those who send to them. What fails is
/// tried again until it succeeds or the user is gone, and holds up nobody else meanwhile.
/// </summary>
internal sealed class RightsWorker(
    LiveRights rights, RightsReview review, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<RightsWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var check = await rights.TakeAsync(stoppingToken);
            try
            {
                await review.ReviewAsync(check, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RealtimeLog.RightsCheckFailed(logger, failure);
                _ = RetryAsync(check.UserId, stoppingToken);
            }
        }
    }

    // All of it: the roles may have been taken already, and what they allowed not.
    private async Task RetryAsync(string userId, CancellationToken stoppingToken)
    {
        await Task.Delay(options.Value.RightsRetryDelay, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        rights.RecheckGranted(userId);
    }
}
