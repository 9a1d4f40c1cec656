using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Notes that a recruiter or admin has looked at a match. Looking again changes nothing.</summary>
public sealed record MarkMatchViewed(UserIdentity User, Guid MatchId) : IRequest<MatchDto>;

internal sealed class MarkMatchViewedHandler(MatchAccess access, IMatchStore matches) : IRequestHandler<MarkMatchViewed, MatchDto>
{
    public async Task<MatchDto> Handle(MarkMatchViewed request, CancellationToken cancellationToken)
    {
        MatchAccess.EnsureRecruits(request.User, "mark matches as viewed");
        var match = await access.GetVisibleMatchAsync(request.User, request.MatchId, cancellationToken);
        if (!match.ViewedByRecruiter)
            await matches.MarkViewedAsync(match.MatchId, cancellationToken);
        return match with { ViewedByRecruiter = true };
    }
}
