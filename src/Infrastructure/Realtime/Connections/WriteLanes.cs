using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// Where connections wait for their turn to be written to: as many lanes as processors, each worked off by one thread
/// at a time. A fan-out to thousands so costs a few work items instead of thousands, whoever causes it does not wait
/// for the network, and the busier a lane is, the more frames go out with one write.
/// </summary>
internal sealed class WriteLanes(ILogger<WriteLanes> logger)
{
    private readonly WriteLane[] lanes = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new WriteLane(logger))];
    private uint next;

    /// <summary>A lane for a new connection.</summary>
    public WriteLane Assign() => lanes[Interlocked.Increment(ref next) % lanes.Length];

    /// <summary>
    /// Completes once every connection that waits now has had its turn: for producers that could go on for ever. They
    /// wait for this server, never for a client; one that does not read has had its turn as soon as its network is full.
    /// </summary>
    public Task CaughtUpAsync()
    {
        var busy = lanes.Where(lane => lane.IsBusy).ToArray();
        if (busy.Length == 0)
            return Task.CompletedTask;

        var marker = new Marker(busy.Length);
        foreach (var lane in busy)
            lane.Schedule(marker);
        return marker.Passed;
    }

    private sealed class Marker(int lanes) : IWriteTurn
    {
        private readonly TaskCompletionSource passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = lanes;

        public Task Passed => passed.Task;

        public void Write()
        {
            if (Interlocked.Decrement(ref left) == 0)
                passed.TrySetResult();
        }
    }
}

/// <summary>What happens when a turn in a <see cref="WriteLane"/> comes.</summary>
internal interface IWriteTurn
{
    /// <summary>Does not block, and does not throw.</summary>
    void Write();
}

/// <summary>One of the <see cref="WriteLanes"/>: a queue that exists as work only while something waits in it.</summary>
internal sealed class WriteLane(ILogger logger) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<IWriteTurn> waiting = new();
    private int isWorking;

    public bool IsBusy => Volatile.Read(ref isWorking) != 0;

    public void Schedule(IWriteTurn turn)
    {
        waiting.Enqueue(turn);
        if (Interlocked.CompareExchange(ref isWorking, 1, 0) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (waiting.TryDequeue(out var turn))
                Take(turn);

            // What comes in from here on is either seen by the next line or scheduled anew.
            Interlocked.Exchange(ref isWorking, 0);
        }
        while (!waiting.IsEmpty && Interlocked.CompareExchange(ref isWorking, 1, 0) == 0);
    }

    private void Take(IWriteTurn turn)
    {
        try
        {
            turn.Write();
        }
        catch (Exception failure)
        {
            // One connection's trouble must not silence all others of the lane.
            RealtimeLog.WriteTurnFailed(logger, failure);
        }
    }
}
