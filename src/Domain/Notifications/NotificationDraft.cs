namespace HotGigs.Domain.Notifications;

/// <summary>A notification that has been composed but belongs to nobody's feed yet.</summary>
public sealed record NotificationDraft
{
    public required NotificationType Type { get; init; }

    /// <summary>Headline, at most <see cref="Notification.MaxTitleLength"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence as a person would write it, at most <see cref="Notification.MaxMessageLength"/> characters.</summary>
    public required string Message { get; init; }

    /// <summary>Path of this site that a click leads to, such as <c>/candidates/{id}</c>; <c>null</c> where there is none.</summary>
    public string? ActionUrl { get; init; }

    /// <summary>The typed payload as a JSON object with snake_case names.</summary>
    public required string PayloadJson { get; init; }

    public RelatedEntities Related { get; init; } = RelatedEntities.None;

    public Actor? Actor { get; init; }

    /// <summary>Tells the same event again from a new one: unique per recipient and type. <c>null</c> never collides.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>When it stops being of interest, leaving list and count; <c>null</c> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DeliveryDecisions Decisions { get; init; } = DeliveryDecisions.InAppOnly;

    /// <summary>What brought it about, where that is known.</summary>
    public NotificationCause? Cause { get; init; }
}
