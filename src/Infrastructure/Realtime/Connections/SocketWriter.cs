using System.Buffers;
using HotGigs.Infrastructure.Observability;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// Empties one connection's queue into the network; nothing else writes there. It exists as work only while there is
/// something to write: a parked task per connection would cost every idle one a kilobyte.
/// </summary>
internal sealed class SocketWriter(
    Stream network, OutboundQueue queue, WriteLane lane, bool joinsMessages, Action abort, RealtimeMetrics metrics, TimeProvider clock)
    : IWriteTurn
{
    [ThreadStatic]
    private static FrameBatch? scratch;

    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long sendingSince;

    /// <summary>Completes once nothing will be written any more.</summary>
    public Task Completion => completion.Task;

    /// <summary>Whether one write has been going on for longer than <paramref name="limit"/>.</summary>
    public bool IsStuck(TimeSpan limit) =>
        Volatile.Read(ref sendingSince) is not 0 and var since && clock.GetElapsedTime(since) > limit;

    /// <summary>Has what waits written soon. Only for whom the queue has told to.</summary>
    public void Start() => lane.Schedule(this);

    /// <summary>Writes until nothing waits, or the client does not keep up.</summary>
    public void Write()
    {
        while (TryWrite())
        {
        }
    }

    /// <summary>Writes once.</summary>
    /// <returns>Whether it is to be called again: neither is the queue empty nor a write pending.</returns>
    private bool TryWrite()
    {
        var batch = scratch ??= new FrameBatch();
        byte[]? rented = null;
        try
        {
            switch (queue.Next(batch))
            {
                case QueueTurn.Rest:
                    return false;
                case QueueTurn.End:
                    completion.TrySetResult();
                    return false;
            }

            var wire = batch.ToWire(joinsMessages, out rented);
            var (frames, committedAt) = (batch.Count, batch.CommittedAt);
            var write = network.WriteAsync(wire, CancellationToken.None);
            if (!write.IsCompletedSuccessfully)
            {
                _ = FinishAsync(write, rented, frames, wire.Length, committedAt);
                rented = null;
                return false;
            }

            write.GetAwaiter().GetResult();
            metrics.Written(frames, wire.Length, committedAt);
            return true;
        }
        catch (Exception)
        {
            Fail();
            return false;
        }
        finally
        {
            batch.Clear();
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async Task FinishAsync(ValueTask write, byte[]? rented, int frames, int bytes, long committedAt)
    {
        Volatile.Write(ref sendingSince, clock.GetTimestamp());
        try
        {
            await write;
        }
        catch (Exception)
        {
            Fail();
            return;
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }

        metrics.Written(frames, bytes, committedAt);
        Volatile.Write(ref sendingSince, 0);
        Start();
    }

    // The client is gone, or was aborted while it stood still; the receiving side learns it the same way.
    private void Fail()
    {
        Volatile.Write(ref sendingSince, 0);
        queue.Complete(last: null, discard: true);
        abort();
        completion.TrySetResult();
    }
}
