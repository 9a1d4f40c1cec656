using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>
/// Records up to which position devices of some users have confirmed to have received their feeds. It is no change of
/// the feeds, and takes no number.
/// </summary>
/// <param name="UpToSeqs">By user, the highest position. One beyond the feed counts as the feed's own; a lower one than before changes nothing.</param>
public sealed record RecordDelivery(IReadOnlyDictionary<string, long> UpToSeqs) : IRequest<IReadOnlyDictionary<string, long>>
{
    /// <summary>Users of one transaction: whoever writes to another feed meanwhile waits for it.</summary>
    public const int MaxUsers = 100;
}

/// <summary>Answers with what did not fit into the transaction: it is to be recorded by the next.</summary>
internal sealed class RecordDeliveryHandler(IReceiptReader receipts, IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<RecordDelivery, IReadOnlyDictionary<string, long>>
{
    /// <summary>Positions, and so rows, of one transaction: someone's first confirmation may be of years.</summary>
    private const int MaxPositions = 2_000;

    /// <summary>Receipts told live by one transaction: they may all be for the same connection.</summary>
    private const int MaxReceipts = 500;

    public async Task<IReadOnlyDictionary<string, long>> Handle(RecordDelivery request, CancellationToken cancellationToken)
    {
        // Most of what clients confirm when they come back is known: it must not cost a write, nor hold a feed.
        var behind = await receipts.FindBehindAsync([.. request.UpToSeqs.Keys], cancellationToken);
        var news = request.UpToSeqs
            .Where(ack => behind.TryGetValue(ack.Key, out var delivered) && ack.Value > delivered)
            .ToDictionary(StringComparer.Ordinal);
        return news.Count == 0
            ? news
            : await feeds.WriteAsync([.. news.Keys], (feeds, ct) => RecordAsync(feeds, news, ct), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, long>> RecordAsync(
        IFeedTransaction feeds, IReadOnlyDictionary<string, long> upToSeqs, CancellationToken cancellationToken)
    {
        var stretches = new List<DeliveredStretch>();
        var rest = new Dictionary<string, long>(StringComparer.Ordinal);
        long positions = MaxPositions;
        // The shortest first: whoever confirms years at once keeps nobody waiting who confirms a moment.
        foreach (var missing in upToSeqs.Select(ack => Missing(feeds.Feed(ack.Key), ack.Value)).OrderBy(missing => missing.Length))
        {
            if (missing.Length <= 0)
                continue;

            var now = Math.Min(missing.Length, positions);
            if (now < missing.Length)
                rest.Add(missing.UserId, missing.UpToSeq);
            if (now > 0)
                stretches.Add(missing with { UpToSeq = missing.AfterSeq + now });
            positions -= now;
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

    private static DeliveredStretch Missing(NotificationFeed feed, long acked) =>
        new(feed.UserId, feed.DeliveredUpToSeq, Math.Min(acked, feed.Seq), Math.Min(acked, feed.Seq));
}
