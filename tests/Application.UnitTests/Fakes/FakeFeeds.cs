using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Fakes;

/// <summary>Feeds in memory, by the rules of the ports: work touches only the feeds it names, and sees what it has added.</summary>
internal sealed partial class FakeFeeds : IFeedWriter, IFeedTransaction, IFeedReader
{
    private readonly Dictionary<string, NotificationFeed> feeds = [];
    private readonly List<Notification> notifications = [];
    private IReadOnlyCollection<string> held = [];

    /// <summary>The users of each transaction, in the order of the transactions.</summary>
    public List<IReadOnlyCollection<string>> Transactions { get; } = [];

    /// <summary>What is known of users; of others nothing is.</summary>
    public Dictionary<string, Recipient> Recipients { get; } = [];

    public List<WithheldNotification> Withheld { get; } = [];

    public List<EmailDelivery> Mails { get; } = [];

    public FeedFilter? AskedFor { get; private set; }

    public IReadOnlyList<Notification> Of(string userId) =>
        [.. notifications.Where(notification => notification.UserId == userId)];

    public NotificationFeed FeedOf(string userId) =>
        feeds.TryGetValue(userId, out var feed) ? feed : feeds[userId] = NotificationFeed.Open(userId, At.Noon);

    public Notification Append(
        string userId, NotificationType type = NotificationType.ResumeCompleted, string? key = null, DateTimeOffset? expiresAt = null)
    {
        var draft = new NotificationDraft
        {
            Type = type,
            Title = "Title",
            Message = "Message",
            PayloadJson = "{}",
            DeduplicationKey = key,
            ExpiresAt = expiresAt,
        };
        var notification = FeedOf(userId).Append(draft, At.Noon);
        notifications.Add(notification);
        return notification;
    }

    public async Task<T> WriteAsync<T>(
        IReadOnlyCollection<string> userIds,
        DeduplicationKey? key,
        Func<IFeedTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Transactions.Add(userIds);
        held = userIds;
        return await work(this, CancellationToken.None);
    }

    public NotificationFeed Feed(string userId) => held.Contains(userId) ? FeedOf(userId) : throw new KeyNotFoundException(userId);

    public Task<Notification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken) =>
        Task.FromResult(notifications.SingleOrDefault(one => one.UserId == userId && one.Id == notificationId));

    public Task<IReadOnlyList<Notification>> FindAsync(
        string userId, IReadOnlyCollection<Guid> notificationIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Notification>>(
            [.. notifications.Where(one => one.UserId == userId && notificationIds.Contains(one.Id))]);

    public Task<IReadOnlySet<string>> FindRecipientsAsync(
        IReadOnlyCollection<string> userIds, DeduplicationKey key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(notifications
            .Where(one => userIds.Contains(one.UserId) && one.Type == key.Type && one.DeduplicationKey == key.Text)
            .Select(one => one.UserId)
            .ToHashSet());

    public Task<IReadOnlyList<Recipient>> ReadRecipientsAsync(IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Recipient>>([.. userIds.Select(userId => Recipients.GetValueOrDefault(userId) ?? Recipient.Unknown(userId))]);

    public Task<IReadOnlyDictionary<string, int>> CountMailsAsync(
        IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(Mails
            .Where(mail => userIds.Contains(mail.UserId) && mail.Type == type && mail.CreatedAt >= since && mail.Grouping == EmailGrouping.None)
            .GroupBy(mail => mail.UserId)
            .ToDictionary(mails => mails.Key, mails => mails.Count()));

    public void Add(Notification notification) => notifications.Add(notification);

    public void Add(WithheldNotification withheld) => Withheld.Add(withheld);

    public void Add(EmailDelivery mail) => Mails.Add(mail);

    public Task<UnreadTally> TallyUnreadAsync(string userId, long upToSeq, NotificationType? type, CancellationToken cancellationToken)
    {
        var unread = Unread(userId, upToSeq, type);
        return Task.FromResult(new UnreadTally(unread.Count, unread.Count(one => !one.IsSeen)));
    }

    public Task MarkReadAsync(
        string userId, long upToSeq, NotificationType? type, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // As a database does it: past the aggregate, on the rows.
        foreach (var row in Unread(userId, upToSeq, type))
        {
            Set(row, nameof(Notification.ReadAt), now);
            Set(row, nameof(Notification.SeenAt), row.SeenAt ?? now);
            Set(row, nameof(Notification.ChangedSeq), changedSeq);
        }

        return Task.CompletedTask;
    }

    public Task<int> CountUnseenAsync(string userId, long upToSeq, CancellationToken cancellationToken) =>
        Task.FromResult(Unseen(userId, upToSeq).Count);

    public Task<IReadOnlyList<NotificationState>> ReadUnseenAsync(
        string userId, long upToSeq, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NotificationState>>([.. Unseen(userId, upToSeq).Take(limit).Select(NotificationState.Of)]);

    public Task MarkSeenAsync(string userId, long upToSeq, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in Unseen(userId, upToSeq))
        {
            Set(row, nameof(Notification.SeenAt), now);
            Set(row, nameof(Notification.ChangedSeq), changedSeq);
        }

        return Task.CompletedTask;
    }

    public Task<FeedChanges> ReadChangesAsync(
        string userId, long since, int limit, int maxChange, CancellationToken cancellationToken)
    {
        var changed = notifications.Where(one => one.UserId == userId && one.ChangedSeq > since).OrderBy(one => one.ChangedSeq).ToList();
        var head = FeedSnapshot.Of(FeedOf(userId));
        return Task.FromResult(new FeedChanges(changed, head.Seq, IsIncomplete: false, head));
    }

    public Task<FeedSnapshot> GetHeadAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(FeedSnapshot.Of(FeedOf(userId)));

    public Task<FeedPage> ListAsync(string userId, FeedFilter filter, CancellationToken cancellationToken)
    {
        AskedFor = filter;
        var listed = notifications
            .Where(one => one.UserId == userId && !one.IsDeleted && one.IsArchived == filter.Archived)
            .Where(one => one.Seq < (filter.BeforeSeq ?? long.MaxValue))
            .Where(one => !(filter.UnreadOnly && one.IsRead) && (filter.Type is null || one.Type == filter.Type))
            .OrderByDescending(one => one.Seq)
            .ToList();
        return Task.FromResult(new FeedPage(
            [.. listed.Take(filter.Limit)], listed.Count > filter.Limit, FeedSnapshot.Of(FeedOf(userId))));
    }

    private List<Notification> Unread(string userId, long upToSeq, NotificationType? type) =>
    [
        .. notifications.Where(one => one.UserId == userId && one.Seq <= upToSeq && (type is null || one.Type == type)
            && one is { IsRead: false, IsArchived: false, IsDeleted: false }),
    ];

    private List<Notification> Unseen(string userId, long upToSeq) =>
    [
        .. notifications.Where(one => one.UserId == userId && one.Seq <= upToSeq
            && one is { IsSeen: false, IsArchived: false, IsDeleted: false }),
    ];

    private static void Set(Notification row, string property, object value) =>
        typeof(Notification).GetProperty(property)!.SetValue(row, value);
}
