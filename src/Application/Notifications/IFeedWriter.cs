using HotGigs.Application.Candidates;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>
/// The one way to change feeds. Work is done while holding the feeds it names, committed, and only then
/// published; of two changes to one feed the earlier committed is published first.
/// </summary>
public interface IFeedWriter
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction that holds the feeds of <paramref name="userIds"/>, commits
    /// it, and publishes what the feeds raised.
    /// </summary>
    /// <param name="userIds">The users whose feeds the work may touch; a feed that does not exist yet is opened.</param>
    /// <param name="key">What the work is going to look for among them, so that works which share a transaction share the question; <c>null</c> for nothing.</param>
    /// <param name="work">
    /// What to change. It may be run again from the start when the commit fails, so it must have no effect
    /// outside the transaction. What it throws undoes it and is passed on.
    /// </param>
    /// <param name="cancellationToken">Gives up while the work has not begun.</param>
    Task<T> WriteAsync<T>(
        IReadOnlyCollection<string> userIds,
        DeduplicationKey? key,
        Func<IFeedTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken);

    /// <summary>The same for work that does not look for a deduplication key.</summary>
    Task<T> WriteAsync<T>(
        IReadOnlyCollection<string> userIds,
        Func<IFeedTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken) => WriteAsync(userIds, key: null, work, cancellationToken);
}

/// <summary>The feeds held by one piece of work.</summary>
public interface IFeedTransaction : IReceiptTransaction, IRetentionTransaction, IShareTransaction
{
    /// <summary>A feed that is held.</summary>
    /// <exception cref="KeyNotFoundException">The work did not name this user.</exception>
    NotificationFeed Feed(string userId);

    /// <summary>Finds a notification of a user, tombstones included.</summary>
    Task<Notification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken);

    /// <summary>Finds those of the notifications named that are this user's, tombstones included.</summary>
    Task<IReadOnlyList<Notification>> FindAsync(
        string userId, IReadOnlyCollection<Guid> notificationIds, CancellationToken cancellationToken);

    /// <summary>Counts what <see cref="MarkSeenAsync"/> would mark.</summary>
    Task<int> CountUnseenAsync(string userId, long upToSeq, CancellationToken cancellationToken);

    /// <summary>The states of what <see cref="MarkSeenAsync"/> would mark, at most <paramref name="limit"/> of them.</summary>
    Task<IReadOnlyList<NotificationState>> ReadUnseenAsync(string userId, long upToSeq, int limit, CancellationToken cancellationToken);

    /// <summary>Marks everything unseen up to a watermark as seen by the change <paramref name="changedSeq"/>.</summary>
    Task MarkSeenAsync(string userId, long upToSeq, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Which of these users have already been told something of this key.</summary>
    Task<IReadOnlySet<string>> FindRecipientsAsync(
        IReadOnlyCollection<string> userIds, DeduplicationKey key, CancellationToken cancellationToken);

    /// <summary>What must be known of users to deliver something to them, in the order given.</summary>
    Task<IReadOnlyList<Recipient>> ReadRecipientsAsync(IReadOnlyCollection<string> userIds, CancellationToken cancellationToken);

    /// <summary>How many mails of a type each of these users was given one by one since a time; users without any are missing.</summary>
    Task<IReadOnlyDictionary<string, int>> CountMailsAsync(
        IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Stores a notification that a held feed has appended.</summary>
    void Add(Notification notification);

    /// <summary>Stores that a notification was not put into a feed.</summary>
    void Add(WithheldNotification withheld);

    /// <summary>Stores a mail that is to be sent.</summary>
    void Add(EmailDelivery mail);

    /// <summary>Counts what <see cref="MarkReadAsync"/> would mark.</summary>
    Task<UnreadTally> TallyUnreadAsync(string userId, long upToSeq, NotificationType? type, CancellationToken cancellationToken);

    /// <summary>Marks everything unread up to a watermark as read by the change <paramref name="changedSeq"/>.</summary>
    Task MarkReadAsync(
        string userId, long upToSeq, NotificationType? type, long changedSeq, DateTimeOffset now, CancellationToken cancellationToken);
}
