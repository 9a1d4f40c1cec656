using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Hosting;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Takes a sample now and then, a walk over all connections each, and forgets those of more than an hour ago.</summary>
internal sealed class RealtimeHistory(ConnectionRegistry registry, RealtimeMetrics metrics, TimeProvider clock)
    : BackgroundService, IRealtimeHistory
{
    /// <summary>An hour of them.</summary>
    internal const int MaxSamples = 360;

    private readonly Queue<RealtimeSample> samples = new(MaxSamples);
    private readonly PeriodicTimer timer = new(SampleInterval, clock);
    private long sentBefore;
    private long sampledAt;

    public TimeSpan Interval => SampleInterval;

    public IReadOnlyList<RealtimeSample> Samples
    {
        get
        {
            lock (samples)
                return [.. samples];
        }
    }

    private static TimeSpan SampleInterval { get; } = TimeSpan.FromSeconds(10);

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sampledAt = clock.GetTimestamp();
        do
        {
            Add(TakeSample());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private RealtimeSample TakeSample()
    {
        // A timer may be late, so the rate is over the time that has really passed.
        var (sent, seconds) = (metrics.SentFrames, clock.GetElapsedTime(sampledAt).TotalSeconds);
        var sentPerSecond = seconds > 0 ? Math.Round((sent - sentBefore) / seconds, 1) : 0;
        (sentBefore, sampledAt) = (sent, clock.GetTimestamp());
        var (frames, bytes) = registry.CountQueued();
        return new RealtimeSample(
            clock.GetUtcNow(),
            registry.Count,
            registry.Users.Count,
            registry.Rooms.Count,
            registry.ResumeWatches.MemberCount,
            frames,
            bytes,
            sentPerSecond);
    }

    private void Add(RealtimeSample sample)
    {
        lock (samples)
        {
            if (samples.Count == MaxSamples)
                samples.Dequeue();
            samples.Enqueue(sample);
        }
    }
}
