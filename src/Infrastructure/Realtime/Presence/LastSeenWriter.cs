using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>
/// Writes when users were last seen, many in a transaction. They are noted when a connection comes, leaves a room and
/// ends, never while it only stays: a hundred thousand that are quiet cost nothing.
/// </summary>
internal sealed class LastSeenWriter(PendingLastSeen pending, RequestSender requests, TimeProvider clock, ILogger<LastSeenWriter> logger)
    : BackgroundService
{
    // Shorter than the grace of presence: who is announced as gone can be read as gone.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(5);

    private readonly PeriodicTimer timer = new(Interval, clock);

    // The web server has ended the connections before hosted services are stopped: these are the last ones.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
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
        while (pending.TakeOldest(RecordLastSeen.MaxUsers) is { Count: > 0 } batch)
        {
            try
            {
                await requests.SendAsync(new RecordLastSeen(batch), cancellationToken);
            }
            catch (Exception failure)
            {
                foreach (var (userId, at) in batch)
                    pending.Add(userId, at);
                if (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                    RealtimeLog.LastSeenNotRecorded(logger, failure, batch.Count);
                return;
            }
        }
    }
}
