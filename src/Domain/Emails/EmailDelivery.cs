using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.Emails;

/// <summary>
/// The mail about one notification: an outbox row, stored in the notification's own transaction, and worked off
/// afterwards. It keeps what it needs to be written, and takes the address from the user directory when it is sent.
/// </summary>
public sealed class EmailDelivery
{
    public const int MaxErrorLength = 500;

    private EmailDelivery()
    {
    }

    public Guid Id { get; private set; }

    public string UserId { get; private set; } = "";

    /// <summary>The notification; one that is not in the feed, because the user wants it by mail alone, is found nowhere else.</summary>
    public Guid NotificationId { get; private set; }

    public NotificationType Type { get; private set; }

    public string Title { get; private set; } = "";

    public string Message { get; private set; } = "";

    public string? ActionUrl { get; private set; }

    public string PayloadJson { get; private set; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public EmailGrouping Grouping { get; private set; }

    public bool OnlyIfUnread { get; private set; }

    public EmailStatus Status { get; private set; }

    /// <summary>When it is to be sent, or tried again. A worker that claims it moves this to the end of its lease.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The worker that claimed it last. Only that one may store what became of it.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Every try to send it, oldest first.</summary>
    public IReadOnlyList<EmailAttempt> Attempts { get; private set; } = [];

    /// <summary>Why it was skipped or given up.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was sent, skipped or given up.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static EmailDelivery Of(string userId, Guid notificationId, NotificationDraft draft, EmailSchedule schedule, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        NotificationId = notificationId,
        Type = draft.Type,
        Title = draft.Title,
        Message = draft.Message,
        ActionUrl = draft.ActionUrl,
        PayloadJson = draft.PayloadJson,
        CreatedAt = now,
        ExpiresAt = draft.ExpiresAt,
        Grouping = schedule.Grouping,
        OnlyIfUnread = schedule.OnlyIfUnread,
        Status = EmailStatus.Pending,
        DueAt = schedule.DueAt,
    };
}
