using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads feeds by key and by index: nothing here depends on how long a feed is.</summary>
internal sealed class FeedReader(Database database) : IFeedReader
{
    private static readonly FeedSnapshot Unopened = new("", 0, 0, 0);

    public Task<FeedSnapshot> GetHeadAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(context => HeadAsync(context, userId, cancellationToken));

    public Task<FeedPage> ListAsync(string userId, FeedFilter filter, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var head = await HeadAsync(context, userId, cancellationToken);
            var found = await Select(context.Notifications.AsNoTracking(), userId, filter)
                .OrderByDescending(notification => notification.Seq)
                .Take(filter.Limit + 1)
                .ToListAsync(cancellationToken);
            var hasMore = found.Count > filter.Limit;
            return new FeedPage(hasMore ? found[..filter.Limit] : found, hasMore, head);
        }, cancellationToken);

    internal static IQueryable<Notification> Select(IQueryable<Notification> all, string userId, FeedFilter filter)
    {
        var selected = all.Where(notification => notification.UserId == userId && notification.DeletedAt == null);
        selected = filter.Archived
            ? selected.Where(notification => notification.ArchivedAt != null)
            : selected.Where(notification => notification.ArchivedAt == null);
        if (filter.UnreadOnly)
            selected = selected.Where(notification => notification.ReadAt == null);
        if (filter.Type is { } type)
            selected = selected.Where(notification => notification.Type == type);
        if (filter.BeforeSeq is { } before)
            selected = selected.Where(notification => notification.Seq < before);
        return selected;
    }

    private static async Task<FeedSnapshot> HeadAsync(HotGigsDbContext context, string userId, CancellationToken cancellationToken) =>
        await context.NotificationFeeds
            .Where(feed => feed.UserId == userId)
            .Select(feed => new FeedSnapshot(feed.Epoch, feed.Seq, feed.UnreadCount, feed.UnseenCount))
            .SingleOrDefaultAsync(cancellationToken) ?? Unopened;
}
