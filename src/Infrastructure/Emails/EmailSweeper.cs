using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Removes mails that ended long ago: they hold what notifications say.</summary>
internal sealed partial class EmailSweeper(
    EmailDeliveries mails, IOptions<EmailOptions> options, TimeProvider clock, ILogger<EmailSweeper> logger) : BackgroundService
{
    private const int MailsPerTransaction = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
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

    /// <summary>Looks once.</summary>
    /// <returns>How many mails were removed.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await PurgeAsync(EmailStatus.Sent, now - options.Value.KeepSent, cancellationToken)
            + await PurgeAsync(EmailStatus.Skipped, now - options.Value.KeepSent, cancellationToken)
            + await PurgeAsync(EmailStatus.Dead, now - options.Value.KeepDead, cancellationToken);
    }

    private async Task<int> PurgeAsync(EmailStatus status, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var all = 0;
        int removed;
        do
        {
            removed = await mails.PurgeAsync(status, before, MailsPerTransaction, cancellationToken);
            all += removed;
        }
        while (removed == MailsPerTransaction);
        return all;
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SweepAsync(cancellationToken) is > 0 and var removed)
                LogRemoved(removed);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(3320, LogLevel.Information, "Removed {Count} mails that ended long ago")]
    private partial void LogRemoved(int count);

    [LoggerMessage(3321, LogLevel.Warning, "Removing mails that ended long ago failed; trying again later")]
    private partial void LogFailed(Exception error);
}
