namespace HotGigs.Client;

/// <summary>Where and as whom to stay connected, and how.</summary>
public sealed class HotGigsClientOptions : HotGigsConnectionOptions
{
    /// <summary>Where the reader's state of the feed stands, from its last run say; <c>null</c> where it has none.</summary>
    public FeedPosition? Position { get; init; }

    /// <summary>
    /// How long to gather before the server is told what the reader has taken, so that it counts as delivered;
    /// <see cref="Timeout.InfiniteTimeSpan"/> to tell nothing.
    /// </summary>
    public TimeSpan AckInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection may take until the server's greeting.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many times to try in a row before staying disconnected; <c>null</c> for what the server advises, 5 at first.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The longest time between two tries, however many there were.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many events wait for their reader. Beyond that nothing more is received: the server closes a connection that
    /// falls too far behind, and what was missed is recovered once the reader goes on.
    /// </summary>
    public int MaxBufferedEvents { get; init; } = 1_000;

    /// <summary>Spreads the tries of many clients.</summary>
    public Random Random { get; init; } = Random.Shared;
}
