using FluentValidation;
using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Resumes;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Keeps where another program says that a resume stands. Safe to repeat, and in any order. Refuses with
/// <c>conflict</c> where this program imports it, and with <c>validation_failed</c> where it is not known and its
/// origin is not told.
/// </summary>
/// <param name="ResumeId">The resume, by the id that the other program gave it.</param>
/// <param name="Status">Its state as a whole.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="CurrentStep">What is being done, in the words of the other program.</param>
/// <param name="Error">Why it failed; must be there if it has.</param>
/// <param name="UploadedBy">The user who uploaded it; must be there as long as it is not known.</param>
/// <param name="Filename">The name it was uploaded under; must be there as long as it is not known.</param>
/// <param name="CandidateId">The candidate it has become.</param>
public sealed record ReportResume(
    Guid ResumeId,
    ResumeStatus Status,
    int Progress,
    string CurrentStep,
    string? Error,
    string? UploadedBy,
    string? Filename,
    Guid? CandidateId = null) : IRequest<Unit>
{
    /// <summary>What keeps it from being followed, by field.</summary>
    /// <param name="isElsewhere">Whether another program imports it; <c>null</c> where it is not known.</param>
    internal IEnumerable<(string Field, string Message)> ObstaclesGiven(bool? isElsewhere)
    {
        if (isElsewhere == false)
            yield return ("resume_id", ImportedHere);
        if (isElsewhere is null && UploadedBy is null)
            yield return ("uploaded_by", "This resume is not known yet: say which user uploaded it.");
        if (isElsewhere is null && Filename is null)
            yield return ("filename", "This resume is not known yet: say the name of its file.");
    }

    internal const string ImportedHere = "This resume is imported here: nobody else can say where it stands.";

    internal ResumeReport ToReport(Guid? candidateId)
    {
        var step = ProcessingSteps.Nearest(CurrentStep, Progress);
        if (step == ProcessingStep.Completed && Status != ResumeStatus.Completed)
            step = ProcessingStep.MatchingJobs;
        return new ResumeReport(Status, step, Error, candidateId);
    }
}

internal sealed class ReportResumeValidator : AbstractValidator<ReportResume>
{
    private const int MaxStepLength = 200;

    public ReportResumeValidator()
    {
        RuleFor(report => report.ResumeId).NotEmpty();
        RuleFor(report => report.Status).IsInEnum();
        RuleFor(report => report.Progress).InclusiveBetween(0, 100);
        RuleFor(report => report.CurrentStep).MaximumLength(MaxStepLength);
        RuleFor(report => report.Error).NotEmpty().When(report => report.Status == ResumeStatus.Failed);
        RuleFor(report => report.UploadedBy).UserId().When(report => report.UploadedBy is not null);
        RuleFor(report => report.Filename).NotEmpty().When(report => report.Filename is not null);
    }
}

internal sealed class ReportResumeHandler(ITrackedResumes resumes, ICandidateReader candidates, TimeProvider clock)
    : IRequestHandler<ReportResume, Unit>
{
    public async Task<Unit> Handle(ReportResume request, CancellationToken cancellationToken)
    {
        // The other program may name a candidate of its own: linked is only one that is known here.
        var candidate = request.CandidateId is { } id ? await candidates.FindAsync(id, cancellationToken) : null;
        var report = request.ToReport(candidate?.Id);
        var now = clock.GetUtcNow();
        await resumes.FollowAsync(request.ResumeId, resume => Follow(resume, request, report, now), cancellationToken);
        return Unit.Value;
    }

    private static Resume Follow(Resume? resume, ReportResume request, ResumeReport report, DateTimeOffset now)
    {
        var obstacles = request.ObstaclesGiven(resume?.IsElsewhere).ToDictionary(one => one.Field, one => new[] { one.Message });
        if (obstacles.Count > 0)
        {
            throw new RequestException(
                resume is null ? ErrorCode.ValidationFailed : ErrorCode.Conflict, obstacles.First().Value[0], obstacles);
        }

        resume ??= Resume.TrackElsewhere(request.ResumeId, request.UploadedBy!, DisplayFileName.Clean(request.Filename), now);
        resume.Follow(report, now);
        return resume;
    }
}
