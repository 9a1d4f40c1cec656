namespace HotGigs.Infrastructure.Persistence;

/// <summary>An event of another program that has been applied: it is not applied again, however often it comes.</summary>
internal sealed class ReceivedEvent
{
    /// <summary>SHA-256 of source and id, which together are too long for a key.</summary>
    public required byte[] Key { get; init; }

    public required string Source { get; init; }

    public required string EventId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
