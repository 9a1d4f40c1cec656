using HotGigs.Domain.Matching;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Asks how many matches a candidate has, or a job with candidates that the user may see.</summary>
public sealed record GetMatchStats(UserIdentity User, MatchingSubject Subject, Guid SubjectId) : IRequest<MatchStatsDto>;

/// <summary>How many matches there are.</summary>
/// <param name="TotalMatches">All that are kept; of a candidate those with open jobs.</param>
/// <param name="HighMatches">Of <see cref="HighScore"/> or more.</param>
/// <param name="MediumMatches">Of <see cref="MediumScore"/> or more, without the high ones.</param>
/// <param name="MatchRate">Percentage of all that are high, to one decimal; 0 where there are none.</param>
public sealed record MatchStatsDto(int TotalMatches, int HighMatches, int MediumMatches, double MatchRate)
{
    public const int HighScore = 80;
    public const int MediumScore = 60;
}

internal sealed class GetMatchStatsHandler(MatchAccess access, IMatchReader matches) : IRequestHandler<GetMatchStats, MatchStatsDto>
{
    public async Task<MatchStatsDto> Handle(GetMatchStats request, CancellationToken cancellationToken)
    {
        MatchSelection selection = request.Subject == MatchingSubject.Candidate
            ? new MatchSelection.OfCandidate((await access.GetVisibleCandidateAsync(request.User, request.SubjectId, cancellationToken)).Id)
            : new MatchSelection.OfJob((await access.GetVisibleJobAsync(request.User, request.SubjectId, cancellationToken)).Id, request.User);
        var (all, high, medium) = await matches.CountAsync(selection, cancellationToken);
        return new MatchStatsDto(all, high, medium, all == 0 ? 0 : Math.Round(100.0 * high / all, 1, MidpointRounding.AwayFromZero));
    }
}
