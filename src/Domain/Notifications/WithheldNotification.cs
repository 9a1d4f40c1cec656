namespace HotGigs.Domain.Notifications;

/// <summary>A notification that was not put into its recipient's feed, kept for those who ask why they were not told.</summary>
public sealed class WithheldNotification
{
    private WithheldNotification()
    {
    }

    public Guid Id { get; private set; }

    public string UserId { get; private set; } = "";

    public NotificationType Type { get; private set; }

    public string? DeduplicationKey { get; private set; }

    public DeliveryDecisions Decisions { get; private set; } = DeliveryDecisions.Unknown;

    public NotificationCause? Cause { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static WithheldNotification Of(string userId, NotificationDraft draft, DeliveryDecisions decisions, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        Type = draft.Type,
        DeduplicationKey = draft.DeduplicationKey,
        Decisions = decisions,
        Cause = draft.Cause,
        At = now,
    };
}
