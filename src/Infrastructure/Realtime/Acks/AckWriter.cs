using HotGigs.Application.Notifications.Receipts;
using HotGigs.Infrastructure.Realtime.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Acks;

/// <summary>
/// Writes what clients have confirmed, about once a second, many users in a transaction. What fails is tried again.
/// When the server stops, the web server has ended the connections before hosted services like this one are stopped:
/// what is left then is all there will be, and is written before the process ends.
/// </summary>
internal sealed partial class AckWriter(
    PendingAcks pending, RequestSender requests, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<AckWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(5);

    // Made here, so that its time runs from the start of the server whenever the loop gets to it.
    private readonly PeriodicTimer timer = new(options.Value.AckInterval, clock);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Connections that were slow to close may have used up the time for stopping.
        using var limit = new CancellationTokenSource(LastWrite, clock);
        await FlushAsync(limit.Token);
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (pending.TakeDropped() is > 0 and var dropped)
            LogDropped(dropped);
        while (pending.Take(RecordDelivery.MaxUsers) is { Count: > 0 } batch)
        {
            if (!await TryWriteAsync(batch, cancellationToken))
                return;
        }
    }

    private async Task<bool> TryWriteAsync(IReadOnlyDictionary<string, long> batch, CancellationToken cancellationToken)
    {
        try
        {
            GiveBack(await requests.SendAsync(new RecordDelivery(batch), cancellationToken));
            return true;
        }
        catch (Exception error)
        {
            GiveBack(batch);
            if (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                LogFailed(error, batch.Count);
            return false;
        }
    }

    private void GiveBack(IReadOnlyDictionary<string, long> acks)
    {
        foreach (var (userId, seq) in acks)
            pending.Add(userId, seq);
    }

    [LoggerMessage(3400, LogLevel.Warning, "Recording what was delivered to {Users} users failed; trying again")]
    private partial void LogFailed(Exception error, int users);

    [LoggerMessage(3401, LogLevel.Warning, "Dropped {Count} confirmations of delivery: those of too many users wait to be recorded")]
    private partial void LogDropped(int count);
}
