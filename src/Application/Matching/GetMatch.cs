using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Asks for one match: what the link in a notification leads to.</summary>
public sealed record GetMatch(UserIdentity User, Guid MatchId) : IRequest<MatchDto>;

internal sealed class GetMatchHandler(MatchAccess access) : IRequestHandler<GetMatch, MatchDto>
{
    public Task<MatchDto> Handle(GetMatch request, CancellationToken cancellationToken) =>
        access.GetVisibleMatchAsync(request.User, request.MatchId, cancellationToken);
}
