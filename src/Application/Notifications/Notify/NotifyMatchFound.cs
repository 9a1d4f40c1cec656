using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Tells of a good match. A recruiter is told the candidate's name, with the job's title or without; a candidate
/// is told the job's title alone.
/// </summary>
/// <param name="UserId">Who is told.</param>
/// <param name="MatchId">The match.</param>
/// <param name="MatchScore">0 to 100. From which score on it is worth telling is for the sender to say.</param>
/// <param name="JobTitle">The job.</param>
/// <param name="CandidateName">The candidate; <c>null</c> when they are the one who is told.</param>
[Notifies(NotificationType.MatchFound, Email = true, EmailsPerHour = 10)]
public sealed record NotifyMatchFound(string UserId, Guid MatchId, int MatchScore, string? JobTitle, string? CandidateName) : NotifyCommand
{
    /// <summary>The score from which matches of other programs are told; those made here follow the configuration.</summary>
    public const int MinimumScore = 80;

    /// <summary>The candidate, where they are known here.</summary>
    public Guid? CandidateId { get; init; }

    /// <summary>The job, where it is known here.</summary>
    public Guid? JobId { get; init; }

    internal override Audience Audience => Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.MatchFound,
        Title = CandidateName is null ? "New Job Match Found" : "New Candidate Match Found",
        Message = $"New {MatchScore}% match found: {Subject}",
        ActionUrl = $"/matches/{MatchId}",
        PayloadJson = Json(new MatchFoundPayload(MatchId, MatchScore, JobTitle, CandidateName)),
        Related = new RelatedEntities { MatchId = MatchId, CandidateId = CandidateId, JobId = JobId },
        DeduplicationKey = $"{MatchId}:{MatchScore}",
    };

    private string? Subject => (CandidateName, JobTitle) switch
    {
        ({ } candidate, { } job) => $"{candidate} for {job}",
        var (candidate, job) => candidate ?? job,
    };
}

/// <summary>Payload of <see cref="NotificationType.MatchFound"/>.</summary>
public sealed record MatchFoundPayload(Guid MatchId, int MatchScore, string? JobTitle, string? CandidateName);

internal sealed class NotifyMatchFoundValidator : AbstractValidator<NotifyMatchFound>
{
    public NotifyMatchFoundValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId();
        RuleFor(command => command.MatchId).NotEmpty();
        RuleFor(command => command.MatchScore).InclusiveBetween(0, 100);
        RuleFor(command => command.JobTitle).DisplayName().When(command => command.CandidateName is null || command.JobTitle is not null);
        RuleFor(command => command.CandidateName).DisplayName().When(command => command.CandidateName is not null);
    }
}
