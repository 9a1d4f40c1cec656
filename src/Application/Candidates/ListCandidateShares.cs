using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>
/// Asks with whom a candidate is shared, and who knows of it. Admins and the recruiter who has the candidate are told
/// all, a recruiter with whom they are shared their own share. Refuses with <c>not_found</c>.
/// </summary>
public sealed record ListCandidateShares(UserIdentity User, Guid CandidateId) : IRequest<IReadOnlyList<ListedShareDto>>;

/// <summary>A share, and when the recruiter's notification of it was delivered, seen and read.</summary>
public sealed record ListedShareDto(
    string RecruiterId,
    string RecruiterName,
    string SharedBy,
    string? ShareReason,
    string? ShareNotes,
    DateTimeOffset SharedAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? ReadAt)
{
    public static ListedShareDto Of(ListedShare listed)
    {
        var share = listed.Share;
        return new ListedShareDto(
            share.RecruiterId,
            listed.RecruiterName,
            share.SharedBy,
            share.Reason,
            share.Notes,
            share.SharedAt,
            listed.DeliveredAt,
            listed.SeenAt,
            listed.ReadAt);
    }
}

internal sealed class ListCandidateSharesHandler(ICandidateReader candidates, ICandidateShares shares)
    : IRequestHandler<ListCandidateShares, IReadOnlyList<ListedShareDto>>
{
    public async Task<IReadOnlyList<ListedShareDto>> Handle(ListCandidateShares request, CancellationToken cancellationToken)
    {
        var user = request.User;
        var (candidate, _) = await candidates.FindVisibleAsync(user, request.CandidateId, cancellationToken)
            ?? throw RequestException.NotFound("The candidate");
        var all = await shares.ListAsync(candidate.Id, cancellationToken);
        var told = user.IsAdmin || (user.IsRecruiter && candidate.OwnerId == user.Id) ? all : all.Where(one => one.Share.RecruiterId == user.Id);
        return [.. told.Select(ListedShareDto.Of)];
    }
}
