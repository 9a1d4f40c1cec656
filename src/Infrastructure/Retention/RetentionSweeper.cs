using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Realtime.Messages;
using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Retention;

/// <summary>
/// Removes what has been kept long enough, in small batches with a pause after each: notifications become tombstones
/// first, so that devices agree, and tombstones go for good in their own time.
/// </summary>
internal sealed partial class RetentionSweeper(
    RequestSender requests,
    IRetentionStore store,
    EmailDeliveries mails,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<RetentionSweeper> logger) : BackgroundService
{
    private readonly RetentionOptions options = options.Value;
    private readonly PeriodicTimer timer = new(options.Value.Interval, clock);

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
        var now = clock.GetUtcNow();
        foreach (var type in Enum.GetValues<NotificationType>())
        {
            foreach (var state in Enum.GetValues<KeptAs>())
            {
                var condition = new Outlived.KeptSince(type, state, now - options.Of(type, state));
                await TryRemoveAsync("notifications", limit => Send(new RetireNotifications(condition, limit)), cancellationToken);
            }
        }

        await TryRemoveAsync("tombstones", limit => Send(new PurgeTombstones(now - options.Tombstones, limit)), cancellationToken);
        await TryRemoveAsync(
            "withheld notifications",
            limit => store.RemoveWithheldAsync(now - options.Withheld, limit, cancellationToken),
            cancellationToken);
        await TryRemoveAsync(
            "received events",
            limit => store.RemoveReceivedEventsAsync(now - options.ReceivedEvents, limit, cancellationToken),
            cancellationToken);
        await PurgeMailsAsync(EmailStatus.Dead, options.DeadMails);
        await PurgeMailsAsync(EmailStatus.Skipped, options.SentMails);
        await PurgeMailsAsync(EmailStatus.Sent, options.SentMails);

        Task PurgeMailsAsync(EmailStatus status, TimeSpan kept) =>
            TryRemoveAsync("mails", limit => mails.PurgeAsync(status, now - kept, limit, cancellationToken), cancellationToken);

        Task<int> Send(IRequest<int> request) => requests.SendAsync(request, cancellationToken);
    }

    private async Task TryRemoveAsync(string what, Func<int, Task<int>> remove, CancellationToken cancellationToken)
    {
        try
        {
            var removed = 0;
            int batch;
            do
            {
                batch = await remove(options.BatchSize);
                removed += batch;
                if (batch > 0 && options.Pause > TimeSpan.Zero)
                    await Task.Delay(options.Pause, clock, cancellationToken);
            }
            while (batch == options.BatchSize);
            if (removed > 0)
                LogRemoved(removed, what);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error, what);
        }
    }

    [LoggerMessage(3420, LogLevel.Information, "Removed {Count} {What} that had been kept long enough")]
    private partial void LogRemoved(int count, string what);

    [LoggerMessage(3421, LogLevel.Warning, "Removing {What} that have been kept long enough failed; trying again later")]
    private partial void LogFailed(Exception error, string what);
}
