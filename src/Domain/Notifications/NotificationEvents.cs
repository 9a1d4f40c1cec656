using HotGigs.Domain.Common;

namespace HotGigs.Domain.Notifications;

/// <summary>A notification was appended to a feed.</summary>
public sealed record NotificationCreated(Notification Notification, FeedSnapshot Feed) : IDomainEvent;

/// <summary>The state of some notifications changed.</summary>
public sealed record NotificationsChanged(string UserId, IReadOnlyList<NotificationState> Changes, FeedSnapshot Feed) : IDomainEvent;

/// <summary>Everything up to a watermark, of one type or of all, was read.</summary>
public sealed record NotificationsReadUpTo(string UserId, long UpToSeq, NotificationType? Type, FeedSnapshot Feed) : IDomainEvent;

/// <summary>Notifications left the feed.</summary>
public sealed record NotificationsDeleted(string UserId, IReadOnlyList<Guid> NotificationIds, FeedSnapshot Feed) : IDomainEvent;

/// <summary>Notifications came back into the feed, undeleted or unarchived: whole, because a device may have forgotten them.</summary>
public sealed record NotificationsRestored(string UserId, IReadOnlyList<Notification> Notifications, FeedSnapshot Feed) : IDomainEvent;

/// <summary>The state of one notification after a change.</summary>
public sealed record NotificationState(Guid NotificationId, bool IsRead, bool IsSeen, bool IsArchived)
{
    public static NotificationState Of(Notification notification) =>
        new(notification.Id, notification.IsRead, notification.IsSeen, notification.IsArchived);
}

/// <summary>Notifications of one feed were delivered, seen, read or marked unread: for those who caused them.</summary>
public sealed record ReceiptsChanged(IReadOnlyList<Receipt> Receipts) : IDomainEvent;
