using FluentValidation;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Tells of a new candidate: the recruiter into whose database they came, or with no
/// <paramref name="UserId"/> every recruiter, because they came into the pool, unless it says another role.
/// </summary>
[Notifies(NotificationType.CandidateAdded, EmailsPerHour = 10)]
public sealed record NotifyCandidateAdded(string? UserId, Guid CandidateId, string CandidateName, CandidateSource Source) : NotifyCommand
{
    /// <summary>Who is told where there is no <see cref="UserId"/>.</summary>
    public Roles Everyone { get; init; } = Roles.Recruiter;

    internal override Audience Audience => UserId is null ? Audience.Of(Everyone) : Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.CandidateAdded,
        Title = "New Candidate Added",
        Message = UserId is null
            ? $"{CandidateName} has been added to the candidate pool"
            : $"{CandidateName} has been added to your candidates",
        ActionUrl = $"/candidates/{CandidateId}",
        PayloadJson = Json(new CandidateAddedPayload(CandidateId, CandidateName, Source.ToWireName())),
        Related = new RelatedEntities { CandidateId = CandidateId },
        DeduplicationKey = $"{CandidateId}",
    };
}

/// <summary>Payload of <see cref="NotificationType.CandidateAdded"/>; <paramref name="Source"/> is a wire name of <see cref="CandidateSource"/>.</summary>
public sealed record CandidateAddedPayload(Guid CandidateId, string CandidateName, string Source);

internal sealed class NotifyCandidateAddedValidator : AbstractValidator<NotifyCandidateAdded>
{
    public NotifyCandidateAddedValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId().When(command => command.UserId is not null);
        RuleFor(command => command.CandidateId).NotEmpty();
        RuleFor(command => command.CandidateName).DisplayName();
        RuleFor(command => command.Source).IsInEnum();
    }
}
