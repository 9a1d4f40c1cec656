using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>What a transaction that holds feeds knows of receipts. The notifications nobody else caused are left out.</summary>
public interface IReceiptTransaction
{
    /// <summary>The receipts, as they are before it, of what <see cref="IFeedTransaction.MarkReadAsync"/> would mark; the newest first.</summary>
    Task<IReadOnlyList<Receipt>> ReadUnreadReceiptsAsync(
        string userId, long upToSeq, NotificationType? type, int limit, CancellationToken cancellationToken);

    /// <summary>The receipts, as they are before it, of what <see cref="IFeedTransaction.MarkSeenAsync"/> would mark; the newest first.</summary>
    Task<IReadOnlyList<Receipt>> ReadUnseenReceiptsAsync(string userId, long upToSeq, int limit, CancellationToken cancellationToken);

    /// <summary>Marks what was created in these stretches of feeds as delivered, where it is not yet.</summary>
    /// <returns>The receipts after it, at most <paramref name="limit"/> of them.</returns>
    Task<IReadOnlyList<Receipt>> MarkDeliveredAsync(
        IReadOnlyCollection<DeliveredStretch> stretches, DateTimeOffset now, int limit, CancellationToken cancellationToken);
}

/// <summary>The notifications of a user that were created after one position and up to another.</summary>
/// <param name="AckedSeq">What was confirmed, of which this may be a part: a device there has heard of all deletions before it.</param>
public readonly record struct DeliveredStretch(string UserId, long AfterSeq, long UpToSeq, long AckedSeq)
{
    /// <summary>Positions in it, and so notifications at most.</summary>
    public long Length => UpToSeq - AfterSeq;
}
