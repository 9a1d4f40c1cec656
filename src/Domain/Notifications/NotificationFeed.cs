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

    /// <summary>Marks notifications read, and with it seen. Reading again changes nothing, the time of the first reading included.</summary>
    /// <returns>Whether any changed.</returns>
    public bool MarkRead(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        ChangeReading(notifications, one => one is { IsRead: false, IsDeleted: false }, one => one.Read(now));

    /// <summary>Marks notifications unread again; they stay seen.</summary>
    /// <returns>Whether any changed.</returns>
    public bool MarkUnread(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        ChangeReading(notifications, one => one is { IsRead: true, IsDeleted: false }, one => one.Unread(now));

    /// <summary>Puts notifications away: out of the list and the counts, otherwise as they are.</summary>
    /// <returns>Whether any changed.</returns>
    public bool Archive(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        Change(notifications, one => one is { IsArchived: false, IsDeleted: false }, one => one.Archive(now), StatesChanged).Count > 0;

    /// <summary>Brings archived notifications back into the list as they were.</summary>
    /// <returns>Whether any changed.</returns>
    public bool Unarchive(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        Change(notifications, one => one is { IsArchived: true, IsDeleted: false }, one => one.Unarchive(now), Restored).Count > 0;

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

    /// <summary>Deletes notifications for the user, leaving tombstones that tell devices that were away.</summary>
    /// <returns>Whether any changed.</returns>
    public bool Delete(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        Change(notifications, one => !one.IsDeleted, one => one.Delete(now), Deleted).Count > 0;

    /// <summary>Undoes the deletion of notifications as far as that is still possible: they are again what they were.</summary>
    /// <returns>Whether any changed.</returns>
    public bool Restore(IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        Change(notifications, one => one.IsRestorable(now), one => one.Restore(), Restored).Count > 0;

    /// <summary>Changes whether notifications are read, and tells those who caused them.</summary>
    private bool ChangeReading(IReadOnlyCollection<Notification> notifications, Func<Notification, bool> matters, Action<Notification> apply)
    {
        var changed = Change(notifications, matters, apply, StatesChanged);
        RaiseReceipts(changed);
        return changed.Count > 0;
    }

    /// <summary>Changes those it would make a difference to, as one change however many they are.</summary>
    /// <returns>Those that changed.</returns>
    private List<Notification> Change(
        IReadOnlyCollection<Notification> notifications,
        Func<Notification, bool> matters,
        Action<Notification> apply,
        Func<IReadOnlyList<Notification>, IDomainEvent> happened)
    {
        if (notifications.Any(one => one.UserId != UserId))
            throw new ArgumentException("A notification belongs to another feed.", nameof(notifications));
        var changed = notifications.Where(matters).Distinct().ToList();
        if (changed.Count == 0)
            return changed;

        Seq++;
        foreach (var notification in changed)
        {
            Uncount(notification);
            apply(notification);
            notification.ChangedBy(Seq);
            Count(notification);
        }

        Raise(happened(changed));
        return changed;
    }

    private NotificationsChanged StatesChanged(IReadOnlyList<Notification> changed) =>
        new(UserId, [.. changed.Select(NotificationState.Of)], FeedSnapshot.Of(this));

    private NotificationsDeleted Deleted(IReadOnlyList<Notification> changed) =>
        new(UserId, [.. changed.Select(one => one.Id)], FeedSnapshot.Of(this));

    private NotificationsRestored Restored(IReadOnlyList<Notification> changed) =>
        new(UserId, [.. changed.Select(one => one.Copy())], FeedSnapshot.Of(this));

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
}

/// <summary>How many notifications are unread, and how many of those unseen as well.</summary>
public readonly record struct UnreadTally(int Unread, int Unseen);
