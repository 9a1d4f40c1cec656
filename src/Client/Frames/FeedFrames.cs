using System.Text.Json;

namespace HotGigs.Client;

/// <summary>A notification was created.</summary>
/// <param name="Data">Its id, title, message, path, and the payload of its type beside them.</param>
/// <param name="Seq">Its place in the feed; <c>null</c> from an older server.</param>
/// <param name="Channels">Its delivery channels: show it outside of the application only where <c>browser</c> is among them.</param>
public sealed record NotificationFrame(
    string NotificationType,
    JsonElement Data,
    DateTimeOffset Timestamp,
    long? Seq,
    int? UnreadCount,
    IReadOnlyList<string>? Channels) : FrameContent;

/// <summary>Notifications changed: exactly one of <paramref name="Changes"/>, <paramref name="ReadUpToSeq"/> and <paramref name="Notifications"/> is there.</summary>
/// <param name="ReadUpToSeq">All that were created at or before this position are read, except archived ones.</param>
/// <param name="NotificationType">Limits <paramref name="ReadUpToSeq"/> to one type.</param>
/// <param name="Notifications">Whole: restored or unarchived.</param>
public sealed record NotificationUpdatedFrame(
    long Seq,
    int UnreadCount,
    IReadOnlyList<NotificationState>? Changes,
    long? ReadUpToSeq,
    string? NotificationType,
    IReadOnlyList<Notification>? Notifications) : FrameContent;

/// <summary>The state of one notification after a change.</summary>
public sealed record NotificationState(Guid NotificationId, bool IsRead, bool IsSeen, bool IsArchived);

/// <summary>Notifications left the feed.</summary>
public sealed record NotificationDeletedFrame(long Seq, int UnreadCount, IReadOnlyList<Guid> NotificationIds) : FrameContent;

/// <summary>What changed since a position, or that it cannot be told.</summary>
/// <param name="Recovered">If not, the reader throws its state away and reads the list.</param>
/// <param name="Seq">The position up to which this page is complete.</param>
/// <param name="Notifications">Those that changed, whole, ordered by their last change.</param>
/// <param name="Deleted">Those that are gone.</param>
/// <param name="UnreadCount">As of now, whatever the page holds.</param>
/// <param name="More">Whether to ask again from <paramref name="Seq"/>.</param>
public sealed record SyncResultFrame(
    bool Recovered,
    string Epoch,
    long Seq,
    IReadOnlyList<Notification>? Notifications,
    IReadOnlyList<Guid>? Deleted,
    int UnreadCount,
    bool More) : FrameContent;

/// <summary>What became of a notification that the user caused. The whole state: the latest stands.</summary>
public sealed record ReceiptFrame(
    Guid NotificationId, string RecipientId, DateTimeOffset? DeliveredAt, DateTimeOffset? SeenAt, DateTimeOffset? ReadAt) : FrameContent;
