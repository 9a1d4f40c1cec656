namespace HotGigs.Domain.Notifications;

/// <content>What those who caused notifications learn of them. It takes no number: what the user sees stays as it is.</content>
public sealed partial class NotificationFeed
{
    /// <summary>
    /// Moves the watermark of what devices have confirmed. The caller has marked the rows in between, while holding
    /// the feed.
    /// </summary>
    /// <returns>Whether it moved: it never goes back, and not beyond the feed.</returns>
    public bool MarkDeliveredUpTo(long seq)
    {
        if (seq <= DeliveredUpToSeq || seq > Seq)
            return false;

        DeliveredUpToSeq = seq;
        return true;
    }

    /// <summary>Tells those who caused notifications of this feed what became of them, after a change past what is loaded.</summary>
    public void Tell(IReadOnlyList<Receipt> receipts)
    {
        if (receipts.Any(receipt => receipt.RecipientId != UserId))
            throw new ArgumentException("The receipt is of another feed.", nameof(receipts));
        if (receipts.Count > 0)
            Raise(new ReceiptsChanged(receipts));
    }

    private void RaiseReceipts(IEnumerable<Notification> changed) =>
        Tell([.. changed.Select(Receipt.Of).OfType<Receipt>().Take(Receipt.MaxTold)]);
}
