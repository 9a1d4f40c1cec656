using HotGigs.Application.Candidates;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>Tells everyone concerned that a resume has completed, and closes the import. Safe to repeat.</summary>
internal sealed record AnnounceImportedResume(Resume Resume) : IRequest<Unit>;

internal sealed class AnnounceImportedResumeHandler(
    IResumeStore resumes, ICandidateReader candidates, IMediator mediator, TimeProvider clock)
    : IRequestHandler<AnnounceImportedResume, Unit>
{
    public async Task<Unit> Handle(AnnounceImportedResume request, CancellationToken cancellationToken)
    {
        var resume = request.Resume;
        if (resume.CandidateId is { } id && await candidates.FindAsync(id, cancellationToken) is { } candidate)
        {
            var import = new NotificationCause("resume-import", $"{resume.Id}");
            await mediator.Send(
                new NotifyResumeCompleted(resume.UploadedBy, resume.Id, candidate.Id, candidate.FullName) { Cause = import }, cancellationToken);
            if (candidate.AddedByResumeId == resume.Id)
                await mediator.Send(CandidateAdded(candidate) with { Cause = import }, cancellationToken);
        }

        resume.MarkAnnounced(clock.GetUtcNow());
        await resumes.SaveAsync(resume, cancellationToken);
        return Unit.Value;
    }

    private static NotifyCandidateAdded CandidateAdded(Candidate candidate) =>
        new(candidate.IsInPool ? null : candidate.OwnerId, candidate.Id, candidate.FullName, candidate.Source);
}
