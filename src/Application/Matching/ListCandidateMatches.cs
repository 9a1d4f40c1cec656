using FluentValidation;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Asks for one page of a candidate's matches, highest score first.</summary>
/// <param name="MinScore">0 to 100.</param>
/// <param name="IncludeClosed">Those with closed jobs, too.</param>
public sealed record ListCandidateMatches(
    UserIdentity User, Guid CandidateId, int MinScore, int Skip, int Limit, bool IncludeClosed) : IRequest<MatchList>;

internal sealed class ListCandidateMatchesValidator : AbstractValidator<ListCandidateMatches>
{
    public ListCandidateMatchesValidator()
    {
        RuleFor(query => query.MinScore).Score();
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).PageLimit();
    }
}

internal sealed class ListCandidateMatchesHandler(MatchAccess access, IMatchReader matches)
    : IRequestHandler<ListCandidateMatches, MatchList>
{
    public async Task<MatchList> Handle(ListCandidateMatches request, CancellationToken cancellationToken)
    {
        var candidate = await access.GetVisibleCandidateAsync(request.User, request.CandidateId, cancellationToken);
        var selection = new MatchSelection.OfCandidate(candidate.Id, request.IncludeClosed) { MinScore = request.MinScore };
        return MatchList.Of(await matches.ListAsync(selection, request.Skip, request.Limit, cancellationToken));
    }
}
