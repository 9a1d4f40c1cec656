using HotGigs.Application.Notifications.Receipts;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <content>Receipts for those who caused notifications.</content>
internal sealed partial class FeedTransaction
{
    public async Task<IReadOnlyList<Receipt>> ReadUnreadReceiptsAsync(
        string userId, long upToSeq, NotificationType? type, int limit, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return await ReceiptsOf(Unread(userId, upToSeq, type), userId, limit).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Receipt>> ReadUnseenReceiptsAsync(
        string userId, long upToSeq, int limit, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return await ReceiptsOf(Unseen(userId, upToSeq), userId, limit).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Receipt>> MarkDeliveredAsync(
        IReadOnlyCollection<DeliveredStretch> stretches, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        if (stretches.Count == 0)
            return receipts;

        await SaveAsync(cancellationToken);
        foreach (var stretch in stretches)
        {
            var undelivered = Undelivered(context.Notifications, stretch);
            if (receipts.Count < limit)
                receipts.AddRange(await ReceiptsOf(undelivered, stretch.UserId, limit - receipts.Count).ToListAsync(cancellationToken));
            // What was seen before its confirmation came had been delivered by then.
            await undelivered.ExecuteUpdateAsync(
                update => update.SetProperty(notification => notification.DeliveredAt, notification => notification.SeenAt ?? now),
                cancellationToken);
        }

        ForgetLoaded();
        Stored += stretches.Count;
        return [.. receipts.Select(receipt => receipt with { DeliveredAt = receipt.SeenAt ?? now })];
    }

    /// <summary>What a device that has come to the end of the stretch was given, and none before it.</summary>
    internal static IQueryable<Notification> Undelivered(IQueryable<Notification> all, DeliveredStretch stretch) =>
        all.Where(notification => notification.UserId == stretch.UserId
            && notification.Seq > stretch.AfterSeq
            && notification.Seq <= stretch.UpToSeq
            && notification.DeliveredAt == null
            // Who has come past a deletion may have been told of nothing else.
            && (notification.DeletedAt == null || notification.ChangedSeq > stretch.AckedSeq));

    /// <summary>The newest receipts among notifications of a user.</summary>
    internal static IQueryable<Receipt> ReceiptsOf(IQueryable<Notification> notifications, string userId, int limit) =>
        notifications
            .Where(notification => notification.Actor != null
                && notification.Actor.Id != userId
                && notification.Type != NotificationType.SystemAnnouncement)
            .OrderByDescending(notification => notification.Seq)
            .Take(limit)
            .Select(notification => new Receipt(
                notification.Id,
                notification.Actor!.Id,
                notification.UserId,
                notification.DeliveredAt,
                notification.SeenAt,
                notification.ReadAt));
}
