using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Matching;

/// <summary>Compares a candidate with all open jobs at once, and tells whom it concerns. Safe to repeat.</summary>
internal sealed record MatchCandidate(Guid CandidateId) : IRequest<Unit>;

internal sealed class MatchCandidateHandler(IMatchStore matches, IMediator mediator, IOptions<MatchingOptions> options)
    : IRequestHandler<MatchCandidate, Unit>
{
    public async Task<Unit> Handle(MatchCandidate request, CancellationToken cancellationToken)
    {
        Guid? position = null;
        do
        {
            var stretch = new Stretch(position, options.Value.PageSize, ChangedSince: null);
            var page = await matches.CompareCandidateAsync(request.CandidateId, stretch, cancellationToken);
            await mediator.Send(new TellMatches(page.ToBeTold), cancellationToken);
            position = page.Last;
        }
        while (position is not null);

        return Unit.Value;
    }
}
