using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>What whoever has put something into an <see cref="OutboundQueue"/> has to do next.</summary>
internal enum QueueDemand
{
    /// <summary>Nothing: a writer is at it, or the queue is held or closed.</summary>
    None,

    /// <summary>Start a writer: there is none.</summary>
    Write,

    /// <summary>Give the client up: more waits than it may leave unread.</summary>
    GiveUp,
}

/// <summary>What a writer finds in an <see cref="OutboundQueue"/>.</summary>
internal enum QueueTurn
{
    /// <summary>Frames to send.</summary>
    Send,

    /// <summary>Nothing; the writer ends, the next frame will ask for another one.</summary>
    Rest,

    /// <summary>Nothing more, ever.</summary>
    End,
}

/// <summary>
/// What waits to be sent to one connection: bounded in frames and bytes, and never waited for by those who fill it.
/// At most one writer empties it at a time, and none exists while it is empty. It begins held back, until
/// <see cref="Release"/>.
/// </summary>
internal sealed class OutboundQueue(int maxFrames, int maxBytes)
{
    /// <summary>Capacity up to which an empty queue keeps its memory; a burst must not be paid for by ever after.</summary>
    private const int IdleCapacity = 16;

    private readonly Lock gate = new();
    private Queue<Outbound> items = new();
    private int bytes;
    private bool isHeld = true;
    private bool isWriting;
    private bool isClosed;

    // Not worth the lock: figures for a look, each right at some moment just now.

    /// <summary>Frames that wait.</summary>
    public int Frames => Volatile.Read(ref items).Count;

    /// <summary>Bytes that they count for.</summary>
    public int Bytes => Volatile.Read(ref bytes);

    public QueueDemand Enqueue(Frame frame)
    {
        lock (gate)
        {
            if (isClosed)
                return QueueDemand.None;
            bytes += Counted(frame);
            items.Enqueue(frame);
            return Wake();
        }
    }

    /// <summary>Offers a live value of which only the newest is sent, or every one as long as the client keeps up.</summary>
    public QueueDemand Offer(LatestFrame place, Frame frame, long version) =>
        Change(place, (frame, version, queue: this), static (place, value) =>
            place.Offer(value.frame, value.version, value.queue.IsBehind));

    /// <summary>Opens a place for the newest value, and sends that at once.</summary>
    public QueueDemand Open(LatestFrame place, Frame snapshot, long version) =>
        Change(place, (snapshot, version), static (place, value) => place.Open(value.snapshot, value.version));

    /// <summary>Ends a place for the newest value; what waits in it is not sent.</summary>
    public void Close(LatestFrame place) => Change(place, place, static (place, _) =>
    {
        place.Close();
        return false;
    });

    /// <summary>Lets everything through that was held back, behind <paramref name="first"/>.</summary>
    public QueueDemand Release(Frame first)
    {
        lock (gate)
        {
            if (isClosed)
                return QueueDemand.None;
            var held = items;
            items = new Queue<Outbound>([first, .. held]);
            bytes += Counted(first);
            isHeld = false;
            return Wake();
        }
    }

    /// <summary>Takes nothing in any more.</summary>
    /// <param name="last">Follows what waits, or replaces it; nothing does where it is <c>null</c>.</param>
    /// <param name="discard">Whether what waits is dropped.</param>
    public QueueDemand Complete(Frame? last, bool discard)
    {
        lock (gate)
        {
            if (isClosed)
                return QueueDemand.None;
            isClosed = true;
            // What is still held back is not preceded by its greeting, and so means nothing to the client.
            if (discard || isHeld)
            {
                items.Clear();
                bytes = 0;
            }

            if (last is not null)
            {
                bytes += Counted(last);
                items.Enqueue(last);
            }

            isHeld = false;
            return Wake();
        }
    }

    /// <summary>Called by the writer, and only by it.</summary>
    /// <param name="batch">Empty; takes in what is to be sent.</param>
    public QueueTurn Next(FrameBatch batch)
    {
        lock (gate)
        {
            while (items.TryPeek(out var item) && batch.HasRoomFor(item.Size))
            {
                items.Dequeue();
                bytes -= Counted(item);
                if (item.Take() is { } frame)
                    batch.Add(frame);
            }

            if (batch.Count > 0)
                return QueueTurn.Send;
            if (isClosed)
                return QueueTurn.End;

            isWriting = false;
            if (items.Capacity > IdleCapacity)
                items = new Queue<Outbound>();
            return QueueTurn.Rest;
        }
    }

    // Long before the bound: what can be left out is left out in time.
    private bool IsBehind => items.Count >= maxFrames / 4 || bytes >= maxBytes / 4;

    private QueueDemand Change<TValue>(LatestFrame place, TValue value, Func<LatestFrame, TValue, bool> change)
    {
        lock (gate)
        {
            if (isClosed)
                return QueueDemand.None;
            var before = place.WaitingSize;
            if (change(place, value))
                items.Enqueue(place);
            bytes += place.WaitingSize - before;
            return Wake();
        }
    }

    // One frame never fills the queue by itself: a recovery can be larger than the bound, and a client that was given
    // up for it would ask for it again and again.
    private int Counted(Outbound item) => item is LatestFrame ? item.Size : Math.Min(item.Size, maxBytes / 4);

    private QueueDemand Wake()
    {
        if (!isClosed && (items.Count > maxFrames || bytes > maxBytes))
            return QueueDemand.GiveUp;
        if (isHeld || isWriting || (items.Count == 0 && !isClosed))
            return QueueDemand.None;
        isWriting = true;
        return QueueDemand.Write;
    }
}
