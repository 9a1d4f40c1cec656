using FluentValidation;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
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

internal sealed class UnshareCandidatesHandler(IUserDirectory users, IFeedWriter feeds, ILiveRights rights)
    : IRequestHandler<UnshareCandidates, UnsharedCandidates>
{
    public async Task<UnsharedCandidates> Handle(UnshareCandidates request, CancellationToken cancellationToken)
    {
        ShareRules.EnsureAdmin(request.User);
        Guid[] candidateIds = [.. request.CandidateIds.Distinct()];
        // Nothing is shared with somebody who was never here, and a feed is not opened for them.
        string[] recruiterIds = [.. (await users.FindAsync([.. request.RecruiterIds.Distinct(StringComparer.Ordinal)], cancellationToken)).Keys];
        if (recruiterIds.Length == 0)
            return new UnsharedCandidates(0);

        // Sharing holds the recruiters' feeds too: of the two, one comes after the other.
        var removed = await feeds.WriteAsync(recruiterIds, (transaction, ct) => UnshareAsync(transaction, candidateIds, recruiterIds, ct), cancellationToken);
        // After the commit: who looks now finds that they are not shared any more.
        rights.Recheck([.. removed.Select(share => share.RecruiterId).Distinct()]);
        return new UnsharedCandidates(removed.Count);
    }

    private static async Task<IReadOnlyList<CandidateShare>> UnshareAsync(
        IFeedTransaction transaction, Guid[] candidateIds, string[] recruiterIds, CancellationToken cancellationToken)
    {
        var shares = await transaction.FindSharesAsync(candidateIds, recruiterIds, cancellationToken);
        foreach (var share in shares)
            transaction.Remove(share);
        return shares;
    }
}
