using System.Text.Json;

namespace HotGigs.Client;

/// <summary>A change of the user's feed. Each comes once, in the order of their positions, with nothing left out.</summary>
/// <param name="Position">Where the feed stands after it: what to continue from after a restart.</param>
/// <param name="UnreadCount">After the change; absolute. <c>null</c> where an older server does not say.</param>
public abstract record FeedEvent(FeedPosition Position, int? UnreadCount) : ClientEvent;

/// <summary>
/// What the reader knows of the feed does not hold, or nothing is known yet: read the list. Changes follow from
/// <see cref="FeedEvent.Position"/> on; those that the list already has may be applied again or left out.
/// </summary>
public sealed record FeedReset(FeedPosition Position, int? UnreadCount) : FeedEvent(Position, UnreadCount);

/// <summary>What was missed: all changes between two positions at once. Put each notification in the place of the one with its id.</summary>
/// <param name="Notifications">Whole, ordered by their last change.</param>
/// <param name="Deleted">Those that are gone.</param>
public sealed record FeedSynced(
    FeedPosition Position, int? UnreadCount, IReadOnlyList<Notification> Notifications, IReadOnlyList<Guid> Deleted)
    : FeedEvent(Position, UnreadCount);

/// <summary>A notification was created.</summary>
/// <param name="Data">The payload of its type, beside the fields that are told already.</param>
/// <param name="Channels">Its delivery channels: show it outside of the application only where <c>browser</c> is among them.</param>
public sealed record NotificationReceived(
    FeedPosition Position,
    int? UnreadCount,
    Guid NotificationId,
    string Type,
    string Title,
    string Message,
    string? ActionUrl,
    JsonElement Data,
    IReadOnlyList<string> Channels,
    DateTimeOffset CreatedAt) : FeedEvent(Position, UnreadCount);

/// <summary>Notifications were read, seen or archived, or marked unread.</summary>
public sealed record NotificationsChanged(
    FeedPosition Position, int? UnreadCount, IReadOnlyList<NotificationState> Changes) : FeedEvent(Position, UnreadCount);

/// <summary>All notifications that were created at or before a position were read, except archived ones.</summary>
/// <param name="NotificationType">Only those of this type; <c>null</c> for all.</param>
public sealed record NotificationsReadUpTo(
    FeedPosition Position, int? UnreadCount, long UpToSeq, string? NotificationType) : FeedEvent(Position, UnreadCount);

/// <summary>Notifications came back: restored or unarchived.</summary>
public sealed record NotificationsRestored(
    FeedPosition Position, int? UnreadCount, IReadOnlyList<Notification> Notifications) : FeedEvent(Position, UnreadCount);

/// <summary>Notifications left the feed.</summary>
public sealed record NotificationsDeleted(
    FeedPosition Position, int? UnreadCount, IReadOnlyList<Guid> NotificationIds) : FeedEvent(Position, UnreadCount);
