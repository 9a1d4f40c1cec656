using HotGigs.Application.Notifications.Receipts;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads receipts by the index of those who caused notifications.</summary>
internal sealed class ReceiptReader(Database database) : IReceiptReader
{
    public Task<IReadOnlyList<CausedNotification>> ListAsync(
        string actorId, Guid? notificationId, ReceiptPosition? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CausedNotification>>(async context =>
            await Page(Select(context.Notifications, actorId, notificationId, after), limit).ToListAsync(cancellationToken));

    public Task<IReadOnlyDictionary<string, long>> FindBehindAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(async context => await Behind(context, userIds)
            .ToDictionaryAsync(feed => feed.UserId, feed => feed.DeliveredUpToSeq, StringComparer.Ordinal, cancellationToken));

    internal static IQueryable<NotificationFeed> Behind(HotGigsDbContext context, IReadOnlyCollection<string> userIds) =>
        context.NotificationFeeds.AsNoTracking().Where(feed => userIds.Contains(feed.UserId) && feed.DeliveredUpToSeq < feed.Seq);

    internal static IQueryable<Notification> Select(
        IQueryable<Notification> all, string actorId, Guid? notificationId, ReceiptPosition? after)
    {
        var caused = all.Where(one => one.Actor!.Id == actorId && one.UserId != actorId);
        if (notificationId is { } id)
            caused = caused.Where(one => one.Id == id);
        if (after is { CreatedAt: var time, NotificationId: var last })
            caused = caused.Where(one => one.CreatedAt <= time && (one.CreatedAt < time || one.Id < last));
        return caused;
    }

    internal static IQueryable<CausedNotification> Page(IQueryable<Notification> caused, int limit) => caused
        .OrderByDescending(one => one.CreatedAt)
        .ThenByDescending(one => one.Id)
        .Take(limit)
        .Select(one => new CausedNotification(
            new Receipt(one.Id, one.Actor!.Id, one.UserId, one.DeliveredAt, one.SeenAt, one.ReadAt), one.Type, one.CreatedAt));
}
