using MediatR;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>
/// Records up to which position devices of some users have confirmed to have received their feeds. It is no change of
/// the feeds, and takes no number.
/// </summary>
/// <param name="UpToSeqs">By user, the highest position. One beyond the feed counts as the feed's own; a lower one than before changes nothing.</param>
public sealed record RecordDelivery(IReadOnlyDictionary<string, long> UpToSeqs) : IRequest<IReadOnlyDictionary<string, long>>
{
    /// <summary>Users of one transaction.</summary>
    public const int MaxUsers = 500;
}

/// <summary>Answers with what did not fit into the transaction: it is to be recorded by the next.</summary>
internal sealed class RecordDeliveryHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<RecordDelivery, IReadOnlyDictionary<string, long>>
{
    /// <summary>Positions, and so rows, of one transaction: someone's first confirmation may be of years.</summary>
    private const int MaxPositions = 2_000;

    /// <summary>Receipts told live by one transaction: they may all be for the same connection.</summary>
    private const int MaxReceipts = 500;

    public Task<IReadOnlyDictionary<string, long>> Handle(RecordDelivery request, CancellationToken cancellationToken) =>
        feeds.WriteAsync(
            [.. request.UpToSeqs.Keys], (feeds, ct) => RecordAsync(feeds, request.UpToSeqs, ct), cancellationToken);

    private async Task<IReadOnlyDictionary<string, long>> RecordAsync(
        IFeedTransaction feeds, IReadOnlyDictionary<string, long> upToSeqs, CancellationToken cancellationToken)
    {
        var stretches = new List<DeliveredStretch>();
        var rest = new Dictionary<string, long>(StringComparer.Ordinal);
        var positions = MaxPositions;
        foreach (var (userId, acked) in upToSeqs)
        {
            var feed = feeds.Feed(userId);
            var upToSeq = Math.Min(acked, feed.Seq);
            var missing = upToSeq - feed.DeliveredUpToSeq;
            if (missing <= 0)
                continue;

            var now = Math.Min(missing, positions);
            if (now < missing)
                rest.Add(userId, upToSeq);
            if (now > 0)
                stretches.Add(new DeliveredStretch(userId, feed.DeliveredUpToSeq, feed.DeliveredUpToSeq + now));
            positions -= (int)now;
        }

        var receipts = await feeds.MarkDeliveredAsync(stretches, clock.GetUtcNow(), MaxReceipts, cancellationToken);
        var told = receipts.ToLookup(receipt => receipt.RecipientId, StringComparer.Ordinal);
        foreach (var stretch in stretches)
        {
            var feed = feeds.Feed(stretch.UserId);
            feed.MarkDeliveredUpTo(stretch.UpToSeq);
            feed.Tell([.. told[stretch.UserId]]);
        }

        return rest;
    }
}
