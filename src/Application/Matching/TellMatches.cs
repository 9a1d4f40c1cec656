using HotGigs.Application.Candidates;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>
/// Notifies everyone concerned of matches: the recruiter who has the candidate and the one who posted the job, where
/// they may see both, and the candidate, if they are a user. Safe to repeat.
/// </summary>
internal sealed record TellMatches(IReadOnlyList<FoundMatch> Matches) : IRequest<Unit>;

internal sealed class TellMatchesHandler(
    IMatchStore matches, ICandidateReader candidates, IUserDirectory users, IMediator mediator) : IRequestHandler<TellMatches, Unit>
{
    /// <summary>What is told at the same moment shares a transaction.</summary>
    private const int AtATime = 32;

    public async Task<Unit> Handle(TellMatches request, CancellationToken cancellationToken)
    {
        foreach (var some in request.Matches.Chunk(AtATime))
        {
            await Task.WhenAll(some.Select(match => TellAsync(match, cancellationToken)));
            await matches.MarkToldAsync(some, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task TellAsync(FoundMatch match, CancellationToken cancellationToken)
    {
        if (await candidates.FindAsync(match.CandidateId, cancellationToken) is not { } candidate)
            return;
        foreach (var recruiter in new[] { candidate.OwnerId, match.PostedBy }.Distinct(StringComparer.Ordinal))
        {
            // Someone who is a recruiter and the candidate is told of their own job.
            if (recruiter != candidate.UserId && await MaySeeBothAsync(recruiter, candidate, cancellationToken))
                await mediator.Send(Notification(match, recruiter, candidate.FullName), cancellationToken);
        }

        if (candidate.UserId != Candidate.NoUser)
            await mediator.Send(Notification(match, candidate.UserId, null), cancellationToken);
    }

    private static NotifyMatchFound Notification(FoundMatch match, string userId, string? candidateName) =>
        new(userId, match.MatchId, match.Score, match.JobTitle, candidateName)
        {
            CandidateId = match.CandidateId,
            JobId = match.JobId,
            Cause = new NotificationCause("matching", $"{match.MatchId}"),
        };

    private async Task<bool> MaySeeBothAsync(string userId, Candidate candidate, CancellationToken cancellationToken)
    {
        if (userId == Candidate.Pool || await users.FindAsync(userId, cancellationToken) is not { } standing)
            return false;
        var user = new UserIdentity(userId, userId, null, standing.Roles);
        return Job.AreVisibleTo(user) && await candidates.FindVisibleAsync(user, candidate.Id, cancellationToken) is not null;
    }
}
