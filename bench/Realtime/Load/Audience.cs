namespace HotGigs.Bench.Realtime.Load;

/// <summary>
/// Everything that one measurement's receivers got: each message of each sender is to come to each receiver exactly
/// once and in order. Written from many threads; each receiver only from one at a time.
/// </summary>
/// <param name="receivers">How many there are.</param>
/// <param name="senders">How many streams of messages each is sent.</param>
/// <param name="latestOnly">Whether values may be skipped, as long as none goes back and the last one comes.</param>
internal sealed class Audience(int receivers, int senders, bool latestOnly = false)
{
    private static int runs;

    private readonly int[] last = new int[receivers * senders];
    private long received;
    private long skipped;
    private long disordered;

    /// <summary>Sets its messages apart from those of measurements before it.</summary>
    public int Run { get; } = Interlocked.Increment(ref runs);

    public int Receivers => receivers;

    /// <summary>From being sent to being read.</summary>
    public Histogram Latency { get; } = new();

    /// <summary>Messages that came, each as the next one of its stream or further.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Messages before which others of their stream were due. Lost, unless only the latest counts.</summary>
    public long Skipped => Interlocked.Read(ref skipped);

    /// <summary>Messages that came twice or after a later one.</summary>
    public long Disordered => Interlocked.Read(ref disordered);

    public void Receive(int receiver, in Stamp stamp, long now)
    {
        if (stamp.Run != Run)
            return;
        ref var known = ref last[(receiver * senders) + stamp.Sender];
        if (stamp.Number <= known)
        {
            Interlocked.Increment(ref disordered);
            return;
        }

        if (stamp.Number > known + 1)
            Interlocked.Add(ref skipped, stamp.Number - known - 1);
        Volatile.Write(ref known, stamp.Number);
        Latency.Add(now - stamp.At);
        Interlocked.Increment(ref received);
    }

    /// <summary>Waits until everything has come, or nothing more has for five seconds.</summary>
    /// <param name="sent">How many were sent to a receiver by a sender.</param>
    /// <returns>What became of them.</returns>
    public async Task<Deliveries> WaitAsync(Func<int, int, int> sent)
    {
        var before = -1L;
        for (var quiet = 0; quiet < 1_000 && Missing(sent) > 0; quiet = Received == before ? quiet + 1 : 0)
        {
            before = Received;
            await Task.Delay(5);
        }

        return new Deliveries(Received, Missing(sent) + (latestOnly ? 0 : Skipped), Disordered);
    }

    // What should have come after the last one that did.
    private long Missing(Func<int, int, int> sent)
    {
        var missing = 0L;
        for (var receiver = 0; receiver < receivers; receiver++)
        {
            for (var sender = 0; sender < senders; sender++)
                missing += sent(receiver, sender) - Volatile.Read(ref last[(receiver * senders) + sender]);
        }

        return missing;
    }
}

/// <summary>What became of the messages of a measurement.</summary>
/// <param name="Received">Those that came.</param>
/// <param name="Lost">Those that did not.</param>
/// <param name="Disordered">Those that came twice or after a later one.</param>
internal readonly record struct Deliveries(long Received, long Lost, long Disordered)
{
    public static Deliveries operator +(Deliveries one, Deliveries other) =>
        new(one.Received + other.Received, one.Lost + other.Lost, one.Disordered + other.Disordered);
}
