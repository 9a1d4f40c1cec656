using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>The feeds held by one transaction, and the notifications loaded or added in it.</summary>
internal sealed partial class FeedTransaction : IFeedTransaction
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
            .Where(notification => userIds.Contains(notification.UserId)
                && notification.Type == type
                && notification.DeduplicationKey == deduplicationKey)
            .Select(notification => notification.UserId);

        // Who does not want it in the feed may have had it by mail.
        var withheld = await Told(context.WithheldNotifications, userIds, type, deduplicationKey).ToListAsync(cancellationToken);
        var withheldNow = Told(context.WithheldNotifications.Local.AsQueryable(), userIds, type, deduplicationKey);
        return stored.Concat(added).Concat(withheld).Concat(withheldNow).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Recipient>> ReadRecipientsAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken)
    {
        if (userIds.Count == 0)
            return [];
        var addressed = await Addressed(context, userIds).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var preferences = await context.NotificationPreferences.AsNoTracking()
            .Where(one => userIds.Contains(one.UserId))
            .ToDictionaryAsync(one => one.UserId, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. userIds.Select(userId => new Recipient(
                userId, addressed.Contains(userId), preferences.GetValueOrDefault(userId) ?? NotificationPreferences.Default(userId))),
        ];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountMailsAsync(
        IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (userIds.Count == 0)
            return new Dictionary<string, int>();
        var counts = await MailsSince(context.EmailDeliveries, userIds, type, since)
            .GroupBy(mail => mail.UserId)
            .Select(mails => new { UserId = mails.Key, Count = mails.Count() })
            .ToDictionaryAsync(mails => mails.UserId, mails => mails.Count, StringComparer.Ordinal, cancellationToken);
        var added = context.ChangeTracker.Entries<EmailDelivery>()
            .Where(entry => entry.State == EntityState.Added)
            .Select(entry => entry.Entity);
        foreach (var mail in MailsSince(added.AsQueryable(), userIds, type, since))
            counts[mail.UserId] = counts.GetValueOrDefault(mail.UserId) + 1;
        return counts;
    }

    public void Add(Notification notification) => context.Notifications.Add(notification);

    public void Add(WithheldNotification withheld)
    {
        context.WithheldNotifications.Add(withheld);
        Stored++;
    }

    public void Add(EmailDelivery mail)
    {
        context.EmailDeliveries.Add(mail);
        HasMails = true;
        Stored++;
    }

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
                .SetProperty(notification => notification.StateSince, now)
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

    /// <summary>Users whom something reached past the feed.</summary>
    internal static IQueryable<string> Told(
        IQueryable<WithheldNotification> all, IReadOnlyCollection<string> userIds, NotificationType type, string deduplicationKey) =>
        all.Where(withheld => userIds.Contains(withheld.UserId)
                && withheld.Type == type
                && withheld.DeduplicationKey == deduplicationKey
                && withheld.Decisions.InApp != DeliveryReason.Duplicate
                && withheld.Decisions.InApp != DeliveryReason.Expired)
            .Select(withheld => withheld.UserId);

    /// <summary>Which of these users have an e-mail address.</summary>
    internal static IQueryable<string> Addressed(HotGigsDbContext context, IReadOnlyCollection<string> userIds) =>
        context.Users.Where(user => userIds.Contains(user.Id) && user.Email != null && user.Email != "").Select(user => user.Id);

    /// <summary>Mails of a type that users were given one by one since a time.</summary>
    internal static IQueryable<EmailDelivery> MailsSince(
        IQueryable<EmailDelivery> all, IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since) =>
        all.Where(mail => userIds.Contains(mail.UserId)
            && mail.Type == type
            && mail.CreatedAt >= since
            && mail.Grouping == EmailGrouping.None);

    private IQueryable<Notification> Unseen(string userId, long upToSeq) =>
        FeedReader.Unseen(FeedReader.Select(context.Notifications, userId, new FeedFilter(upToSeq + 1, Limit: 0)));

    private IQueryable<Notification> Unread(string userId, long upToSeq, NotificationType? type) =>
        FeedReader.Select(context.Notifications, userId, new FeedFilter(upToSeq + 1, Limit: 0, UnreadOnly: true, type));
}
