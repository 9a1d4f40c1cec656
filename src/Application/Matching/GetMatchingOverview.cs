using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Asks what there is to look at among the matches with candidates that the user may see.</summary>
/// <param name="User">A recruiter or an admin.</param>
/// <param name="JobId">Of this job alone, open or closed; <c>null</c> for all open ones.</param>
public sealed record GetMatchingOverview(UserIdentity User, Guid? JobId) : IRequest<MatchingOverview>;

internal sealed class GetMatchingOverviewHandler(MatchAccess access, IMatchingOverviewReader overviews)
    : IRequestHandler<GetMatchingOverview, MatchingOverview>
{
    public async Task<MatchingOverview> Handle(GetMatchingOverview request, CancellationToken cancellationToken)
    {
        MatchAccess.EnsureRecruits(request.User, "see the matches of jobs");
        if (request.JobId is { } jobId)
            await access.GetVisibleJobAsync(request.User, jobId, cancellationToken);
        return await overviews.SumUpAsync(request.User, request.JobId, cancellationToken);
    }
}
