using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Resumes;

/// <summary>The one place that says who may see a resume: its uploader, any admin, and a recruiter who has its candidate.</summary>
public sealed class ResumeAccess(IResumeStore resumes, ICandidateReader candidates)
{
    /// <summary>Loads a resume that the user may see.</summary>
    /// <exception cref="RequestException"><c>not_found</c>: it does not exist, or the user may not know that it does.</exception>
    public async Task<Resume> GetVisibleAsync(UserIdentity user, Guid resumeId, CancellationToken cancellationToken) =>
        await FindVisibleAsync(user, resumeId, cancellationToken) ?? throw NotFound();

    /// <summary>Loads a resume that the user may see; <c>null</c> where it does not exist, or they may not know that it does.</summary>
    public async Task<Resume?> FindVisibleAsync(UserIdentity user, Guid resumeId, CancellationToken cancellationToken) =>
        await resumes.FindAsync(resumeId, cancellationToken) is { } resume && await IsVisibleAsync(user, resume, cancellationToken)
            ? resume
            : null;

    /// <summary>What asking for a resume is refused with that the user may not see.</summary>
    public static RequestException NotFound() => RequestException.NotFound("The resume");

    /// <summary>What asking for the result of an import is refused with while it goes on.</summary>
    public static RequestException StillProcessing() =>
        new(ErrorCode.Conflict, "This resume is still being processed. Try again when it has completed.");

    /// <summary>What asking for something that another program has is refused with.</summary>
    public static RequestException IsElsewhere(string what) =>
        new(ErrorCode.NotFound, $"The {what} of this resume is not kept here: another program imported it. Only its status is known.");

    private async Task<bool> IsVisibleAsync(UserIdentity user, Resume resume, CancellationToken cancellationToken) =>
        resume.UploadedBy == user.Id
        || user.IsAdmin
        || (user.IsRecruiter
            && resume.CandidateId is { } id
            && await candidates.FindAsync(id, cancellationToken) is { } candidate
            && candidate.IsVisibleTo(user));
}
