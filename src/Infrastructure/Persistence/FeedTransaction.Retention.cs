using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <content>
/// What leaves feeds because its time is over. Rows are found by their keys alone, and judged once loaded: with more
/// conditions a database might take another index, and walk through a whole feed.
/// </content>
internal sealed partial class FeedTransaction
{
    public async Task<IReadOnlyList<Notification>> FindOutlivedAsync(
        IReadOnlyCollection<Guid> notificationIds, Outlived condition, CancellationToken cancellationToken)
    {
        var loaded = await FeedReader.Named(context.Notifications, notificationIds).ToListAsync(cancellationToken);
        return [.. RetentionStore.Select(loaded.AsQueryable(), condition)];
    }

    public async Task<IReadOnlyList<PurgedTombstone>> PurgeAsync(
        IReadOnlyCollection<Guid> notificationIds, DateTimeOffset deletedUpTo, CancellationToken cancellationToken)
    {
        // One may have been restored meanwhile.
        var loaded = await FeedReader.Named(context.Notifications, notificationIds).ToListAsync(cancellationToken);
        var purged = RetentionStore.Tombstones(loaded.AsQueryable(), deletedUpTo).ToList();
        await SaveAsync(cancellationToken);
        await FeedReader.Named(context.Notifications, [.. purged.Select(notification => notification.Id)]).ExecuteDeleteAsync(cancellationToken);
        ForgetLoaded();
        Stored += purged.Count;
        return [.. purged.Select(notification => new PurgedTombstone(notification.UserId, notification.ChangedSeq))];
    }
}
