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

    /// <summary>How often it has failed since it was put into the queue for the last time.</summary>
    public int Failures => Attempts.Count(attempt => attempt is { Error: not null, BeforeRequeue: false });

    /// <summary>Why it was skipped or given up; of one that is pending, what it waits for, where that is out of the ordinary.</summary>
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

    /// <summary>Takes it in hand until the end of a lease.</summary>
    public void Claim(string worker, DateTimeOffset until)
    {
        EnsurePending();
        ClaimedBy = worker;
        DueAt = until;
    }

    /// <summary>Ends it: the mail server has taken it.</summary>
    public void MarkSent(DateTimeOffset now)
    {
        EnsurePending();
        Attempts = [.. Attempts, new EmailAttempt(now, null)];
        End(EmailStatus.Sent, reason: null, now);
    }

    /// <summary>Ends it: it is not needed any more.</summary>
    public void Skip(string reason, DateTimeOffset now)
    {
        EnsurePending();
        End(EmailStatus.Skipped, reason, now);
    }

    /// <summary>Keeps a try that failed, to try again later.</summary>
    public void Retry(string error, DateTimeOffset at, DateTimeOffset now)
    {
        EnsurePending();
        Attempts = [.. Attempts, new EmailAttempt(now, Shorten(error))];
        Reason = null;
        DueAt = at;
    }

    /// <summary>Gives it back as it was: what kept it from being sent was no try, and no fault of its own.</summary>
    public void GiveBack(string reason, DateTimeOffset now)
    {
        EnsurePending();
        Reason = Shorten(reason);
        DueAt = now;
    }

    /// <summary>Ends it: trying again is of no use, or has been tried often enough.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="error">What went wrong in the last try; <c>null</c> where it was not tried.</param>
    /// <param name="now">When.</param>
    public void GiveUp(string reason, string? error, DateTimeOffset now)
    {
        EnsurePending();
        if (error is not null)
            Attempts = [.. Attempts, new EmailAttempt(now, Shorten(error))];
        End(EmailStatus.Dead, reason, now);
    }

    /// <summary>Tries one that was given up again, its tries counted from the start.</summary>
    /// <returns>Whether it was given up; if not, nothing has changed.</returns>
    public bool TryRequeue(DateTimeOffset now)
    {
        if (Status != EmailStatus.Dead)
            return false;
        Status = EmailStatus.Pending;
        Attempts = [.. Attempts.Select(attempt => attempt with { BeforeRequeue = true })];
        Reason = null;
        EndedAt = null;
        DueAt = now;
        return true;
    }

    private void End(EmailStatus status, string? reason, DateTimeOffset now)
    {
        Status = status;
        Reason = reason is null ? null : Shorten(reason);
        EndedAt = now;
    }

    private void EnsurePending()
    {
        if (Status != EmailStatus.Pending)
            throw new InvalidOperationException("The mail has ended already.");
    }

    private static string Shorten(string text) => text.Length <= MaxErrorLength ? text : text[..(MaxErrorLength - 1)] + "…";
}
