using System.Threading.Channels;

namespace HotGigs.Client;

/// <summary>How far the reader has taken the feed, and a signal when it has taken more.</summary>
internal sealed class ReaderPosition(FeedPosition? start)
{
    private readonly Lock guard = new();
    private readonly Channel<bool> moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FeedPosition? position = start;

    public FeedPosition? Value
    {
        get
        {
            lock (guard)
                return position;
        }
    }

    public void Take(FeedPosition taken)
    {
        lock (guard)
            position = taken;
        moved.Writer.TryWrite(true);
    }

    /// <summary>Waits until more has been taken than when this was last waited for.</summary>
    public ValueTask<bool> MovedAsync(CancellationToken cancellationToken) => moved.Reader.ReadAsync(cancellationToken);
}
