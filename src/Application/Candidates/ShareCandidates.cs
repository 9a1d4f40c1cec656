using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>
/// Lets recruiters see candidates, and tells each what is newly shared with them; admins. All of it happens, or
/// nothing. Sharing again says anew why, and tells nobody twice; a recruiter who has the candidate is passed over. Refuses with <c>forbidden</c> and
/// <c>validation_failed</c>.
/// </summary>
/// <param name="User">The admin.</param>
/// <param name="CandidateIds">Whom to share.</param>
/// <param name="RecruiterIds">With whom: users who were here as recruiters.</param>
/// <param name="ShareReason">Why, for the recruiters to read; <c>null</c> leaves what was said before.</param>
/// <param name="ShareNotes">What else there is to say; <c>null</c> leaves what was said before.</param>
public sealed record ShareCandidates(
    UserIdentity User,
    IReadOnlyList<Guid> CandidateIds,
    IReadOnlyList<string> RecruiterIds,
    string? ShareReason,
    string? ShareNotes) : IRequest<SharedCandidates>
{
    /// <summary>Most candidates, and most recruiters, of one request.</summary>
    public const int MaxNamed = 100;

    /// <summary>Most shares of one request.</summary>
    public const int MaxShares = 1_000;
}

/// <summary>What is shared now.</summary>
public sealed record SharedCandidates(IReadOnlyList<SharedCandidateDto> Shares, int Created, int Updated);

/// <summary>One candidate with one recruiter.</summary>
/// <param name="IsNew">Whether the recruiter was told now; otherwise it was shared with them before.</param>
public sealed record SharedCandidateDto(
    Guid CandidateId,
    string RecruiterId,
    string RecruiterName,
    string SharedBy,
    string? ShareReason,
    string? ShareNotes,
    DateTimeOffset SharedAt,
    Guid? NotificationId,
    bool IsNew);

internal sealed class ShareCandidatesValidator : AbstractValidator<ShareCandidates>
{
    public ShareCandidatesValidator()
    {
        RuleFor(request => request.CandidateIds).Named();
        RuleFor(request => request.RecruiterIds).Named();
        RuleForEach(request => request.RecruiterIds).UserId();
        RuleFor(request => request.RecruiterIds)
            .Must((request, recruiters) => request.CandidateIds.Distinct().Count() * recruiters.Distinct().Count() <= ShareCandidates.MaxShares)
            .When(request => request.CandidateIds.Count <= ShareCandidates.MaxNamed && request.RecruiterIds.Count <= ShareCandidates.MaxNamed)
            .WithMessage($"At most {ShareCandidates.MaxShares} shares can be made at once: share fewer candidates, or with fewer recruiters.");
        RuleFor(request => request.ShareReason).MaximumLength(CandidateShare.MaxReasonLength);
        RuleFor(request => request.ShareNotes).MaximumLength(CandidateShare.MaxReasonLength);
    }
}

internal sealed class ShareCandidatesHandler(ICandidateReader candidates, IUserDirectory users, IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<ShareCandidates, SharedCandidates>
{
    private const string Cause = "candidate-share";

    public async Task<SharedCandidates> Handle(ShareCandidates request, CancellationToken cancellationToken)
    {
        ShareRules.EnsureAdmin(request.User);
        Guid[] candidateIds = [.. request.CandidateIds.Distinct()];
        string[] recruiterIds = [.. request.RecruiterIds.Distinct(StringComparer.Ordinal)];
        var known = (await candidates.FindAsync(candidateIds, cancellationToken)).ToDictionary(candidate => candidate.Id);
        var recruiters = await users.FindAsync(recruiterIds, cancellationToken);
        EnsureExisting(request, known, recruiters);

        // With the notifications in one transaction: nobody is told of what they may not see, or may see what they were not told of.
        var shares = await feeds.WriteAsync(
            recruiterIds,
            (transaction, ct) => ShareAsync(transaction, request, [.. candidateIds.Select(id => known[id])], [.. recruiterIds.Select(id => recruiters[id])], ct),
            cancellationToken);
        var created = shares.Count(share => share.IsNew);
        return new SharedCandidates(shares, created, shares.Count - created);
    }

    private static void EnsureExisting(
        ShareCandidates request, Dictionary<Guid, Candidate> candidates, IReadOnlyDictionary<string, UserIdentity> recruiters)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (index, id) in request.CandidateIds.Index().Where(one => !candidates.ContainsKey(one.Item)))
            errors[$"candidate_ids[{index}]"] = [$"There is no candidate {id}."];
        foreach (var (index, id) in request.RecruiterIds.Index().Where(one => recruiters.GetValueOrDefault(one.Item) is not { IsRecruiter: true }))
        {
            errors[$"recruiter_ids[{index}]"] =
                [recruiters.ContainsKey(id) ? $"'{id}' is no recruiter." : $"No recruiter '{id}' has ever signed in."];
        }

        if (errors.Count > 0)
            throw new RequestException(ErrorCode.ValidationFailed, $"Nothing was shared. {errors.First().Value[0]}", errors);
    }

    private async Task<IReadOnlyList<SharedCandidateDto>> ShareAsync(
        IFeedTransaction transaction,
        ShareCandidates request,
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<UserIdentity> recruiters,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = (await transaction.FindSharesAsync(
                [.. candidates.Select(candidate => candidate.Id)], [.. recruiters.Select(recruiter => recruiter.Id)], cancellationToken))
            .ToDictionary(share => (share.CandidateId, share.RecruiterId));
        var shares = new List<SharedCandidateDto>();
        foreach (var candidate in candidates)
        {
            // Whoever has the candidate needs no share.
            foreach (var recruiter in recruiters.Where(recruiter => recruiter.Id != candidate.OwnerId))
            {
                var isNew = !before.TryGetValue((candidate.Id, recruiter.Id), out var share);
                share ??= CandidateShare.Create(candidate.Id, recruiter.Id, request.User, now);
                share.Explain(request.User, request.ShareReason, request.ShareNotes, now);
                if (isNew)
                {
                    share.MarkTold(await TellAsync(transaction, request.User, candidate, share, now, cancellationToken));
                    transaction.Add(share);
                }

                shares.Add(new SharedCandidateDto(
                    candidate.Id, recruiter.Id, recruiter.Name, share.SharedBy, share.Reason, share.Notes, share.SharedAt, share.NotificationId, isNew));
            }
        }

        return shares;
    }

    /// <returns>The notification in the recruiter's feed; <c>null</c> where they want none there.</returns>
    private static async Task<Guid?> TellAsync(
        IFeedTransaction transaction, UserIdentity admin, Candidate candidate, CandidateShare share, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notify = new NotifyCandidateShared(
            share.RecruiterId, candidate.Id, candidate.FullName, share.SharedBy, share.Reason, share.Notes)
        {
            Actor = new Actor(admin.Id, admin.Name),
            Cause = new NotificationCause(Cause, $"{share.Id}"),
        };
        // The share itself, stored with it, tells a second time from the first.
        var draft = notify.Draft() with { DeduplicationKey = null };
        var told = await NotificationDelivery.DeliverAsync(transaction, [share.RecruiterId], draft, now, cancellationToken);
        return told.NotificationIds is [var id] ? id : null;
    }
}
