using FluentValidation;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>
/// Takes shares of candidates back, on live connections too; admins. What was not shared changes nothing. Refuses with
/// <c>forbidden</c> and <c>validation_failed</c>.
/// </summary>
public sealed record UnshareCandidates(UserIdentity User, IReadOnlyList<Guid> CandidateIds, IReadOnlyList<string> RecruiterIds)
    : IRequest<UnsharedCandidates>;

/// <summary>How many shares were taken back.</summary>
public sealed record UnsharedCandidates(int Removed);

internal sealed class UnshareCandidatesValidator : AbstractValidator<UnshareCandidates>
{
    public UnshareCandidatesValidator()
    {
        RuleFor(request => request.CandidateIds).Named();
        RuleFor(request => request.RecruiterIds).Named();
        RuleForEach(request => request.RecruiterIds).UserId();
    }
}

internal sealed class UnshareCandidatesHandler(ICandidateShares shares, ILiveRights rights)
    : IRequestHandler<UnshareCandidates, UnsharedCandidates>
{
    public async Task<UnsharedCandidates> Handle(UnshareCandidates request, CancellationToken cancellationToken)
    {
        ShareRules.EnsureAdmin(request.User);
        var removed = await shares.RemoveAsync([.. request.CandidateIds.Distinct()], [.. request.RecruiterIds.Distinct()], cancellationToken);
        // After the commit: who looks now finds that they are not shared any more.
        rights.Recheck([.. removed.Select(share => share.RecruiterId).Distinct()]);
        return new UnsharedCandidates(removed.Count);
    }
}
