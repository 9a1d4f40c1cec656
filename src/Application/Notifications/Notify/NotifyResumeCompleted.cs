using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Tells the uploader that a resume has been processed.</summary>
[Notifies(NotificationType.ResumeCompleted, EmailsPerHour = 10)]
public sealed record NotifyResumeCompleted(string UserId, Guid ResumeId, Guid CandidateId, string CandidateName) : NotifyCommand
{
    internal override Audience Audience => Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.ResumeCompleted,
        Title = "Resume Processing Complete",
        Message = $"Resume for {CandidateName} has been processed successfully",
        ActionUrl = $"/candidates/{CandidateId}",
        PayloadJson = Json(new ResumeCompletedPayload(ResumeId, CandidateId, CandidateName)),
        Related = new RelatedEntities { ResumeId = ResumeId, CandidateId = CandidateId },
        DeduplicationKey = $"{ResumeId}",
    };
}

/// <summary>Payload of <see cref="NotificationType.ResumeCompleted"/>.</summary>
public sealed record ResumeCompletedPayload(Guid ResumeId, Guid CandidateId, string CandidateName);

internal sealed class NotifyResumeCompletedValidator : AbstractValidator<NotifyResumeCompleted>
{
    public NotifyResumeCompletedValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId();
        RuleFor(command => command.ResumeId).NotEmpty();
        RuleFor(command => command.CandidateId).NotEmpty();
        RuleFor(command => command.CandidateName).DisplayName();
    }
}
