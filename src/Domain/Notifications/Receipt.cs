namespace HotGigs.Domain.Notifications;

/// <summary>What became of a notification, for the user who caused it.</summary>
/// <param name="NotificationId">Which notification.</param>
/// <param name="ActorId">Who caused it, and is told.</param>
/// <param name="RecipientId">Whose feed it is in.</param>
/// <param name="DeliveredAt">When a device of the recipient first confirmed to have received it.</param>
/// <param name="SeenAt">When the recipient had it before their eyes.</param>
/// <param name="ReadAt">When the recipient read it; <c>null</c> again once they mark it unread.</param>
public sealed record Receipt(
    Guid NotificationId,
    string ActorId,
    string RecipientId,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? ReadAt)
{
    /// <summary>A change of more notifications than this is told live for as many; the others are found by asking.</summary>
    public const int MaxTold = 200;

    /// <returns>
    /// <c>null</c> where nobody is to be told: nobody caused it, its recipient did, or it is an announcement, of which
    /// thousands of receipts would come; its sender asks for them instead.
    /// </returns>
    public static Receipt? Of(Notification notification) =>
        notification is { Actor: { } actor, Type: not NotificationType.SystemAnnouncement } && actor.Id != notification.UserId
            ? new Receipt(
                notification.Id, actor.Id, notification.UserId, notification.DeliveredAt, notification.SeenAt, notification.ReadAt)
            : null;

    /// <summary>After it has been seen: the first time stands.</summary>
    public Receipt Seen(DateTimeOffset now) => this with { SeenAt = SeenAt ?? now };

    /// <summary>After it has been read, and with that seen.</summary>
    public Receipt Read(DateTimeOffset now) => Seen(now) with { ReadAt = ReadAt ?? now };
}
