using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>The feeds held by one transaction, and the notifications loaded or added in it.</summary>
internal sealed class FeedTransaction : IFeedTransaction
{
    private readonly HotGigsDbContext context;
    private readonly Dictionary<string, NotificationFeed> feeds;

    private FeedTransaction(HotGigsDbContext context, Dictionary<string, NotificationFeed> feeds)
    {
        this.context = context;
        this.feeds = feeds;
    }

    /// <summary>Holds the feeds of these users, opening those that do not exist.</summary>
    public static async Task<FeedTransaction> BeginAsync(
        HotGigsDbContext context,
        IDatabaseDialect dialect,
        IReadOnlyCollection<string> userIds,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var held = await dialect.HoldFeedsAsync(context, userIds, cancellationToken);
        var feeds = held.ToDictionary(feed => feed.UserId, StringComparer.Ordinal);
        foreach (var userId in userIds.Where(userId => !feeds.ContainsKey(userId)))
            feeds.Add(userId, context.NotificationFeeds.Add(NotificationFeed.Open(userId, now)).Entity);
        return new FeedTransaction(context, feeds);
    }

    public NotificationFeed Feed(string userId) => feeds[userId];

    public async Task<Notification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken) =>
        await context.Notifications.FindAsync([notificationId], cancellationToken) is { } found && found.UserId == userId
            ? found
            : null;

    public async Task<IReadOnlyList<Notification>> FindAsync(
        string userId, IReadOnlyCollection<Guid> notificationIds, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        var found = await FeedReader.Named(context.Notifications, notificationIds).ToListAsync(cancellationToken);
        return [.. found.Where(notification => notification.UserId == userId)];
    }

    public async Task<int> CountUnseenAsync(string userId, long upToSeq, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        return await Unseen(userId, upToSeq).CountAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<NotificationState>> ReadUnseenAsync(
        string userId, long upToSeq, int limit, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        return await Unseen(userId, upToSeq)
            .OrderByDescending(notification => notification.Seq)
            .Take(limit)
            .Select(notification => new NotificationState(
                notification.Id, notification.ReadAt != null, notification.SeenAt != null, notification.ArchivedAt != null))
            .ToListAsync(cancellationToken);
    }

    public async Task MarkSeenAsync(
        string userId, long upToSeq, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        await Unseen(userId, upToSeq).ExecuteUpdateAsync(
            update => update
                .SetProperty(notification => notification.SeenAt, now)
                .SetProperty(notification => notification.ChangedSeq, changedSeq),
            cancellationToken);
        ForgetLoaded();
    }

    public async Task<IReadOnlySet<string>> FindRecipientsAsync(
        IReadOnlyCollection<string> userIds, NotificationType type, string deduplicationKey, CancellationToken cancellationToken)
    {
        var stored = await context.Notifications
            .Where(notification => userIds.Contains(notification.UserId)
                && notification.Type == type
                && notification.DeduplicationKey == deduplicationKey)
            .Select(notification => notification.UserId)
            .ToListAsync(cancellationToken);
        var added = context.Notifications.Local
            .Where(notification => notification.Type == type && notification.DeduplicationKey == deduplicationKey)
            .Select(notification => notification.UserId);
        return stored.Concat(added).ToHashSet(StringComparer.Ordinal);
    }

    public void Add(Notification notification) => context.Notifications.Add(notification);

    public async Task<UnreadTally> TallyUnreadAsync(
        string userId, long upToSeq, NotificationType? type, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        var unread = Unread(userId, upToSeq, type);
        return new UnreadTally(
            await unread.CountAsync(cancellationToken),
            await unread.CountAsync(notification => notification.SeenAt == null, cancellationToken));
    }

    public async Task MarkReadAsync(
        string userId, long upToSeq, NotificationType? type, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        await Unread(userId, upToSeq, type).ExecuteUpdateAsync(
            update => update
                .SetProperty(notification => notification.ReadAt, now)
                .SetProperty(notification => notification.SeenAt, notification => notification.SeenAt ?? now)
                .SetProperty(notification => notification.ChangedSeq, changedSeq),
            cancellationToken);
        ForgetLoaded();
    }

    /// <summary>Hands over what the held feeds raised.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents() => [.. feeds.Values.SelectMany(feed => feed.TakeEvents())];

    /// <summary>After a statement that passed by what is loaded: nobody after it must see the state before.</summary>
    private void ForgetLoaded()
    {
        foreach (var entry in context.ChangeTracker.Entries<Notification>().ToList())
            entry.State = EntityState.Detached;
    }

    private IQueryable<Notification> Unseen(string userId, long upToSeq) =>
        FeedReader.Unseen(FeedReader.Select(context.Notifications, userId, new FeedFilter(upToSeq + 1, Limit: 0)));

    private IQueryable<Notification> Unread(string userId, long upToSeq, NotificationType? type) =>
        FeedReader.Select(context.Notifications, userId, new FeedFilter(upToSeq + 1, Limit: 0, UnreadOnly: true, type));
}
