namespace HotGigs.Client;

/// <summary>
/// Puts live changes and recovered pages together, so that each change comes out once, in order, and none is left out.
/// It sends nothing: whoever drives it sends a sync for what <see cref="TakeRequest"/> returns.
/// </summary>
internal sealed class FeedRecovery(FeedPosition? start)
{
    // What is over it is fetched by one more sync.
    private const int MaxHeld = 1_000;

    private readonly Queue<FeedEvent> ready = new();
    private readonly SortedDictionary<long, FeedEvent> held = [];
    private FeedPosition? position = start;
    private long highest;
    private bool recovering;
    private bool requested;

    /// <summary>Up to where changes have come out; <c>null</c> before the first greeting.</summary>
    public FeedPosition? Position => position;

    /// <summary>The next change to hand on; <c>null</c> when there is none.</summary>
    public FeedEvent? TakeReady() => ready.TryDequeue(out var change) ? change : null;

    /// <summary>The position to sync from, once for each sync that is needed. Without an epoch a pong must tell it first.</summary>
    public FeedPosition? TakeRequest()
    {
        if (!recovering || requested)
            return null;
        requested = true;
        return position;
    }

    /// <summary>A connection begins; live changes follow from <paramref name="seq"/> on.</summary>
    public void Begin(string? epoch, long? seq, int? unreadCount)
    {
        held.Clear();
        highest = 0;
        recovering = requested = false;
        if (epoch is null || seq is null)
            return;

        // Nothing had happened in the feed when its epoch was not known: all there is came later.
        if (position is { Epoch: "", Seq: 0 })
            position = new FeedPosition(epoch, 0);
        if (position is { } known && known.Epoch == epoch && known.Seq <= seq)
            Expect(seq.Value);
        else
            Reset(new FeedPosition(epoch, seq.Value), unreadCount);
    }

    /// <summary>The server says where the feed stands, perhaps later or earlier than the changes of that moment.</summary>
    public void Observe(string? epoch, long? seq, int? unreadCount)
    {
        if (epoch is null or "" || seq is null || position is not { } known)
            return;

        if (known.Epoch.Length == 0)
        {
            position = known with { Epoch = epoch };
            requested = false;
        }
        else if (known.Epoch != epoch)
        {
            held.Clear();
            highest = 0;
            Reset(new FeedPosition(epoch, seq.Value), unreadCount);
            return;
        }

        Expect(seq.Value);
    }

    /// <summary>A live change.</summary>
    /// <param name="seq">Its number; <c>null</c> from an older server, which has no positions.</param>
    /// <param name="change">Makes it, given where the feed stands after it.</param>
    public void Apply(long? seq, Func<FeedPosition, FeedEvent> change)
    {
        if (seq is not { } next || position is not { } known)
        {
            ready.Enqueue(change(position ?? new FeedPosition("", 0)));
            return;
        }

        if (next <= known.Seq)
            return;
        if (held.Count < MaxHeld)
            held.TryAdd(next, change(known with { Seq = next }));
        highest = Math.Max(highest, next);
        if (!recovering)
            Continue();
    }

    /// <summary>The answer to a sync.</summary>
    public void Apply(SyncResultFrame page)
    {
        if (!recovering || position is not { } known)
            return;

        requested = false;
        if (!page.Recovered || page.Epoch != known.Epoch)
        {
            Reset(new FeedPosition(page.Epoch, page.Seq), page.UnreadCount);
            return;
        }

        if (page.Seq > known.Seq)
        {
            position = known with { Seq = page.Seq };
            ready.Enqueue(FeedChanges.Of(page));
        }
        else
        {
            // To ask again would bring the same: there was less than was said.
            highest = known.Seq;
        }

        if (!page.More)
            Continue();
    }

    /// <summary>The server cannot sync: the list is what is left.</summary>
    public void GiveUp()
    {
        if (recovering && position is { } known)
            Reset(known with { Seq = Math.Max(known.Seq, highest) }, null);
    }

    private void Expect(long seq)
    {
        highest = Math.Max(highest, seq);
        recovering |= seq > position!.Value.Seq;
    }

    private void Reset(FeedPosition to, int? unreadCount)
    {
        position = to;
        requested = false;
        ready.Enqueue(new FeedReset(to, unreadCount));
        Continue();
    }

    // Lets go what joins on; what does not is a gap.
    private void Continue()
    {
        while (held.Count > 0)
        {
            var (seq, change) = held.First();
            if (seq > position!.Value.Seq + 1)
                break;
            held.Remove(seq);
            if (seq <= position.Value.Seq)
                continue;
            position = position.Value with { Seq = seq };
            // Its epoch may have become known since.
            ready.Enqueue(change with { Position = position.Value });
        }

        recovering = highest > position!.Value.Seq;
    }
}
