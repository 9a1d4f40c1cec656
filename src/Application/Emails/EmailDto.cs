using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;

namespace HotGigs.Application.Emails;

/// <summary>A mail as admins see it: neither its address nor what it says.</summary>
/// <param name="Attempts">Every try, oldest first; the error is <c>null</c> where the mail server took it.</param>
/// <param name="Reason">Why it was skipped or given up, or what it waits for.</param>
/// <param name="DueAt">When it is tried next, if it is pending.</param>
public sealed record EmailDto(
    Guid Id,
    string UserId,
    Guid NotificationId,
    string Type,
    string Title,
    string Status,
    IReadOnlyList<EmailAttempt> Attempts,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? EndedAt)
{
    public static EmailDto Of(EmailDelivery mail) => new(
        mail.Id,
        mail.UserId,
        mail.NotificationId,
        mail.Type.ToWireName(),
        mail.Title,
        mail.Status.ToWireName(),
        mail.Attempts,
        mail.Reason,
        mail.CreatedAt,
        mail.Status == EmailStatus.Pending ? mail.DueAt : null,
        mail.EndedAt);
}
