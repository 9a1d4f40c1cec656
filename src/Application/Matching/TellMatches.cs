using HotGigs.Application.Candidates;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
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
        if (request.Matches.Count == 0)
            return Unit.Value;
        var audience = await MatchAudience.OfAsync(request.Matches, candidates, users, cancellationToken);
        foreach (var some in request.Matches.Chunk(AtATime))
        {
            await Task.WhenAll(some.Select(match => TellAsync(match, audience, cancellationToken)));
            await matches.MarkToldAsync(some, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task TellAsync(FoundMatch match, MatchAudience audience, CancellationToken cancellationToken)
    {
        if (audience.Find(match.CandidateId) is not { } candidate)
            return;
        foreach (var recruiter in new[] { candidate.OwnerId, match.PostedBy }.Distinct(StringComparer.Ordinal))
        {
            // Someone who is a recruiter and the candidate is told of their own job.
            if (recruiter != candidate.UserId && await audience.MaySeeBothAsync(recruiter, candidate, cancellationToken))
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
}
