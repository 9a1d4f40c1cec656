using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>The feeds held by one transaction, and the notifications loaded or added in it.</summary>
internal sealed partial class FeedTransaction : IFeedTransaction
{
    private readonly HotGigsDbContext context;
    private readonly IDatabaseDialect dialect;
    private readonly Dictionary<string, NotificationFeed> feeds;
    private readonly DeliveryLookup lookup;

    private FeedTransaction(
        HotGigsDbContext context, IDatabaseDialect dialect, Dictionary<string, NotificationFeed> feeds, DeliveryLookup lookup)
    {
        this.context = context;
        this.dialect = dialect;
        this.feeds = feeds;
        this.lookup = lookup;
    }

    /// <summary>Holds the feeds that the works of a group name, opening those that do not exist.</summary>
    public static async Task<FeedTransaction> BeginAsync(
        HotGigsDbContext context,
        IDatabaseDialect dialect,
        IReadOnlyList<FeedWork> group,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var userIds = group.SelectMany(work => work.UserIds).ToHashSet(StringComparer.Ordinal);
        var held = await dialect.HoldFeedsAsync(context, userIds, cancellationToken);
        var feeds = held.ToDictionary(feed => feed.UserId, StringComparer.Ordinal);
        foreach (var userId in userIds.Where(userId => !feeds.ContainsKey(userId)))
            feeds.Add(userId, context.NotificationFeeds.Add(NotificationFeed.Open(userId, now)).Entity);
        return new FeedTransaction(context, dialect, feeds, new DeliveryLookup(context, dialect, group, userIds));
    }

    /// <summary>How often something was stored that takes no number of a feed.</summary>
    public int Stored { get; private set; }

    /// <summary>Whether a mail was stored in it.</summary>
    public bool HasMails { get; private set; }

    public NotificationFeed Feed(string userId) => feeds[userId];

    public async Task<Notification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken) =>
        await context.Notifications.FindAsync([notificationId], cancellationToken) is { } found && found.UserId == userId
            ? found
            : null;

    public async Task<IReadOnlyList<Notification>> FindAsync(
        string userId, IReadOnlyCollection<Guid> notificationIds, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        var found = await FeedReader.Named(context.Notifications, notificationIds).ToListAsync(cancellationToken);
        return [.. found.Where(notification => notification.UserId == userId)];
    }

    public async Task<int> CountUnseenAsync(string userId, long upToSeq, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return await Unseen(userId, upToSeq).CountAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<NotificationState>> ReadUnseenAsync(
        string userId, long upToSeq, int limit, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
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
        await SaveAsync(cancellationToken);
        await Unseen(userId, upToSeq).ExecuteUpdateAsync(
            update => update
                .SetProperty(notification => notification.SeenAt, now)
                .SetProperty(notification => notification.ChangedSeq, changedSeq),
            cancellationToken);
        ForgetLoaded();
    }

    public Task<IReadOnlySet<string>> FindRecipientsAsync(
        IReadOnlyCollection<string> userIds, DeduplicationKey key, CancellationToken cancellationToken) =>
        lookup.FindToldAsync(userIds, key, cancellationToken);

    public Task<IReadOnlyList<Recipient>> ReadRecipientsAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        lookup.ReadRecipientsAsync(userIds, cancellationToken);

    public Task<IReadOnlyDictionary<string, int>> CountMailsAsync(
        IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since, CancellationToken cancellationToken) =>
        lookup.CountMailsAsync(userIds, type, since, cancellationToken);

    public void Add(Notification notification)
    {
        context.Notifications.Add(notification);
        lookup.Note(notification);
    }

    public void Add(WithheldNotification withheld)
    {
        context.WithheldNotifications.Add(withheld);
        lookup.Note(withheld);
        Stored++;
    }

    public void Add(EmailDelivery mail)
    {
        context.EmailDeliveries.Add(mail);
        lookup.Note(mail);
        HasMails = true;
        Stored++;
    }

    public async Task<UnreadTally> TallyUnreadAsync(
        string userId, long upToSeq, NotificationType? type, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        var unread = Unread(userId, upToSeq, type);
        return new UnreadTally(
            await unread.CountAsync(cancellationToken),
            await unread.CountAsync(notification => notification.SeenAt == null, cancellationToken));
    }

    public async Task MarkReadAsync(
        string userId, long upToSeq, NotificationType? type, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        await Unread(userId, upToSeq, type).ExecuteUpdateAsync(
            update => update
                .SetProperty(notification => notification.ReadAt, now)
                .SetProperty(notification => notification.StateSince, now)
                .SetProperty(notification => notification.SeenAt, notification => notification.SeenAt ?? now)
                .SetProperty(notification => notification.ChangedSeq, changedSeq),
            cancellationToken);
        ForgetLoaded();
    }

    /// <summary>Saves what the works have changed so far.</summary>
    public Task SaveAsync(CancellationToken cancellationToken) => dialect.SaveAsync(context, cancellationToken);

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
