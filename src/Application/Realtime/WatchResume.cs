using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>
/// Asks whether a user may watch a resume, and where it stands. Refuses with <c>not_found</c>, the same for a
/// resume of others as for one that does not exist.
/// </summary>
public sealed record WatchResume(UserIdentity User, Guid ResumeId) : IRequest<ResumeProgress>;

internal sealed class WatchResumeHandler(ResumeAccess access) : IRequestHandler<WatchResume, ResumeProgress>
{
    public async Task<ResumeProgress> Handle(WatchResume request, CancellationToken cancellationToken) =>
        (await access.GetVisibleAsync(request.User, request.ResumeId, cancellationToken)).Progress;
}
