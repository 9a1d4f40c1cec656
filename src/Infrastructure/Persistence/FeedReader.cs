using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads feeds by key and by index: nothing here depends on how long a feed is.</summary>
internal sealed class FeedReader(Database database, IFeedHeads heads) : IFeedReader
{
    /// <summary>The head of a feed that nobody has opened yet.</summary>
    internal static readonly FeedSnapshot Unopened = new("", 0, 0, 0);

    public Task<FeedSnapshot> GetHeadAsync(string userId, CancellationToken cancellationToken) =>
        heads.ReadAsync(userId, cancellationToken).AsTask();

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

    public Task<FeedChanges> ReadChangesAsync(
        string userId, long since, int limit, int maxChange, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var head = await HeadAsync(context, userId, cancellationToken);
            if (since < await PurgedUpToAsync(context, userId, cancellationToken))
                return new FeedChanges([], since, IsIncomplete: true, head);

            var changed = ChangedSince(context.Notifications.AsNoTracking(), userId, since);
            var page = await changed.Take(limit + 1).ToListAsync(cancellationToken);
            if (page.Count <= limit)
                return new FeedChanges(page, head.Seq, IsIncomplete: false, head);

            // More follows. The last change may have been cut through: it is taken whole.
            var last = page[limit - 1].ChangedSeq;
            page.RemoveAll(notification => notification.ChangedSeq >= last);
            var whole = await changed.Where(notification => notification.ChangedSeq == last).Take(maxChange + 1).ToListAsync(cancellationToken);
            return whole.Count > maxChange
                ? new FeedChanges([], since, IsIncomplete: true, head)
                : new FeedChanges([.. page, .. whole], last, IsIncomplete: false, head);
        }, cancellationToken);

    internal static IQueryable<Notification> ChangedSince(IQueryable<Notification> all, string userId, long since) =>
        all.Where(notification => notification.UserId == userId && notification.ChangedSeq > since)
            .OrderBy(notification => notification.ChangedSeq);

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

    // By key alone: with the user in it, a database may prefer to go through that user's whole feed.
    internal static IQueryable<Notification> Named(IQueryable<Notification> all, IReadOnlyCollection<Guid> ids) =>
        all.Where(notification => ids.Contains(notification.Id));

    internal static IQueryable<Notification> Unseen(IQueryable<Notification> all) =>
        all.Where(notification => notification.SeenAt == null);

    internal static IQueryable<NotificationFeed> OfUsers(IQueryable<NotificationFeed> all, IReadOnlyCollection<string> users) =>
        all.Where(feed => users.Contains(feed.UserId));

    internal static async Task<FeedSnapshot> HeadAsync(HotGigsDbContext context, string userId, CancellationToken cancellationToken) =>
        await context.NotificationFeeds
            .Where(feed => feed.UserId == userId)
            .Select(feed => new FeedSnapshot(feed.Epoch, feed.Seq, feed.UnreadCount, feed.UnseenCount))
            .SingleOrDefaultAsync(cancellationToken) ?? Unopened;

    private static Task<long> PurgedUpToAsync(HotGigsDbContext context, string userId, CancellationToken cancellationToken) =>
        context.NotificationFeeds
            .Where(feed => feed.UserId == userId)
            .Select(feed => feed.PurgedUpToSeq)
            .SingleOrDefaultAsync(cancellationToken);
}
