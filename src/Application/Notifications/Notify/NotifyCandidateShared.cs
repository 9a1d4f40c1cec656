using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Tells a recruiter that an admin shared a candidate with them. The sharing user is the <see cref="NotifyCommand.Actor"/>.</summary>
[Notifies(NotificationType.CandidateShared, Email = true, EmailsPerHour = 10)]
public sealed record NotifyCandidateShared(
    string UserId, Guid CandidateId, string CandidateName, string SharedBy, string? ShareReason, string? ShareNotes) : NotifyCommand
{
    internal override Audience Audience => Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.CandidateShared,
        Title = "Candidate Shared With You",
        Message = $"{SharedBy} shared candidate {CandidateName} with you",
        ActionUrl = $"/candidates/{CandidateId}",
        PayloadJson = Json(new CandidateSharedPayload(CandidateId, CandidateName, SharedBy, ShareReason, ShareNotes)),
        Related = new RelatedEntities { CandidateId = CandidateId },
        DeduplicationKey = $"{CandidateId}",
    };
}

/// <summary>Payload of <see cref="NotificationType.CandidateShared"/>; <paramref name="SharedBy"/> is a display name.</summary>
public sealed record CandidateSharedPayload(
    Guid CandidateId, string CandidateName, string SharedBy, string? ShareReason, string? ShareNotes);

internal sealed class NotifyCandidateSharedValidator : AbstractValidator<NotifyCandidateShared>
{
    public NotifyCandidateSharedValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId();
        RuleFor(command => command.CandidateId).NotEmpty();
        RuleFor(command => command.CandidateName).DisplayName();
        RuleFor(command => command.SharedBy).DisplayName();
        RuleFor(command => command.ShareReason).MaximumLength(NotifyRules.MaxReasonLength);
        RuleFor(command => command.ShareNotes).MaximumLength(NotifyRules.MaxReasonLength);
    }
}
