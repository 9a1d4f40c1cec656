using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>
/// Asks whether a user may watch a resume, or a batch of them by its id, and where it stands. Refuses with
/// <c>not_found</c>, the same for a resume of others as for one that does not exist.
/// </summary>
public sealed record WatchResume(UserIdentity User, Guid ResumeId) : IRequest<ResumeProgress>;

internal sealed class WatchResumeHandler(ResumeAccess resumes, BatchAccess batches) : IRequestHandler<WatchResume, ResumeProgress>
{
    public async Task<ResumeProgress> Handle(WatchResume request, CancellationToken cancellationToken) =>
        (await resumes.FindVisibleAsync(request.User, request.ResumeId, cancellationToken))?.Progress
        ?? (await batches.FindVisibleAsync(request.User, request.ResumeId, cancellationToken))?.Progress
        ?? throw ResumeAccess.NotFound();
}
