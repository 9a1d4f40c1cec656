using HotGigs.Domain.Common;

namespace HotGigs.Domain.Notifications;

/// <summary>
/// A user's feed: the head that numbers its changes and keeps its counts. Whoever changes a feed holds its row
/// until the commit, so that the sequence is contiguous and in commit order, and a count never has to be counted.
/// </summary>
public sealed partial class NotificationFeed : Aggregate
{
    private NotificationFeed()
    {
    }

    public string UserId { get; private set; } = "";

    /// <summary>Identifies this run of the sequence. It changes when the sequence cannot be continued, as after a restored backup.</summary>
    public string Epoch { get; private set; } = "";

    /// <summary>Number of the last change; 0 before the first.</summary>
    public long Seq { get; private set; }

    /// <summary>Notifications that are neither read, archived nor deleted.</summary>
    public int UnreadCount { get; private set; }

    /// <summary>Notifications that are neither seen, archived nor deleted.</summary>
    public int UnseenCount { get; private set; }

    /// <summary>Up to here devices of the user have confirmed to have received the feed.</summary>
    public long DeliveredUpToSeq { get; private set; }

    /// <summary>Up to here tombstones may have been purged: who last synced before it cannot recover, and starts over.</summary>
    public long PurgedUpToSeq { get; private set; }

    /// <summary>Opens the empty feed of a user.</summary>
    public static NotificationFeed Open(string userId, DateTimeOffset now) => new()
    {
        UserId = userId,
        Epoch = Guid.CreateVersion7(now).ToString("N"),
    };

    /// <summary>Appends a notification as the next change.</summary>
    public Notification Append(NotificationDraft draft, DateTimeOffset now)
    {
        var notification = Notification.Create(UserId, draft, Seq + 1, now);
        Seq = notification.Seq;
        UnreadCount++;
        UnseenCount++;
        Raise(new NotificationCreated(notification, FeedSnapshot.Of(this)));
        return notification;
    }

    /// <summary>Marks a notification read, and with it seen. Reading again changes nothing, the time of the first reading included.</summary>
    /// <returns>Whether it changed.</returns>
    public bool MarkRead(Notification notification, DateTimeOffset now)
    {
        EnsureOwn(notification);
        if (notification.IsRead || notification.IsDeleted)
            return false;

        Uncount(notification);
        notification.Read(++Seq, now);
        Count(notification);
        Raise(new NotificationsChanged(UserId, [NotificationState.Of(notification)], FeedSnapshot.Of(this)));
        RaiseReceipts([notification]);
        return true;
    }

    /// <summary>Marks a notification unread again; it stays seen.</summary>
    /// <returns>Whether it changed.</returns>
    public bool MarkUnread(Notification notification)
    {
        EnsureOwn(notification);
        if (!notification.IsRead || notification.IsDeleted)
            return false;

        Uncount(notification);
        notification.Unread(++Seq);
        Count(notification);
        Raise(new NotificationsChanged(UserId, [NotificationState.Of(notification)], FeedSnapshot.Of(this)));
        RaiseReceipts([notification]);
        return true;
    }

    /// <summary>
    /// Takes one change for seeing everything up to a watermark. The caller has counted what that affects, while
    /// holding the feed, and then marks those rows with <see cref="Seq"/>.
    /// </summary>
    /// <param name="unseen">How many are unseen among them.</param>
    /// <param name="states">What they are now; where that is not all of them nothing is raised, and devices find the change when they sync.</param>
    /// <returns>Whether anything changed.</returns>
    public bool MarkSeenUpTo(int unseen, IReadOnlyCollection<NotificationState> states)
    {
        if (unseen == 0)
            return false;

        Seq++;
        UnseenCount -= unseen;
        if (states.Count == unseen)
            Raise(new NotificationsChanged(UserId, [.. states.Select(state => state with { IsSeen = true })], FeedSnapshot.Of(this)));
        return true;
    }

    /// <summary>
    /// Takes one change for reading everything up to a watermark. The caller has counted what that affects, while
    /// holding the feed, and then marks those rows with <see cref="Seq"/>.
    /// </summary>
    /// <param name="upToSeq">Notifications created at or before this position are read.</param>
    /// <param name="type">Only notifications of this type, or <c>null</c> for all.</param>
    /// <param name="affected">What is unread, and of that unseen, among them.</param>
    /// <returns>Whether anything changed.</returns>
    public bool MarkReadUpTo(long upToSeq, NotificationType? type, UnreadTally affected)
    {
        if (affected.Unread == 0)
            return false;

        Seq++;
        UnreadCount -= affected.Unread;
        UnseenCount -= affected.Unseen;
        Raise(new NotificationsReadUpTo(UserId, upToSeq, type, FeedSnapshot.Of(this)));
        return true;
    }

    /// <summary>Deletes a notification for the user, leaving a tombstone that tells devices that were away.</summary>
    /// <returns>Whether it changed.</returns>
    public bool Delete(Notification notification, DateTimeOffset now)
    {
        EnsureOwn(notification);
        if (notification.IsDeleted)
            return false;

        Uncount(notification);
        notification.Delete(++Seq, now);
        Raise(new NotificationsDeleted(UserId, [notification.Id], FeedSnapshot.Of(this)));
        return true;
    }

    private void Count(Notification notification)
    {
        UnreadCount += notification.CountsAsUnread ? 1 : 0;
        UnseenCount += notification.CountsAsUnseen ? 1 : 0;
    }

    private void Uncount(Notification notification)
    {
        UnreadCount -= notification.CountsAsUnread ? 1 : 0;
        UnseenCount -= notification.CountsAsUnseen ? 1 : 0;
    }

    private void EnsureOwn(Notification notification)
    {
        if (notification.UserId != UserId)
            throw new ArgumentException("The notification belongs to another feed.", nameof(notification));
    }
}

/// <summary>How many notifications are unread, and how many of those unseen as well.</summary>
public readonly record struct UnreadTally(int Unread, int Unseen);
