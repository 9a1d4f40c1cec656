using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Jobs;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Matching;

/// <summary>The one place that says whose matches a user may see: those of candidates they may see, and of every job for recruiters and admins.</summary>
public sealed class MatchAccess(ICandidateReader candidates, IJobStore jobs, IMatchReader matches)
{
    /// <exception cref="RequestException"><c>not_found</c>: the candidate does not exist, or the user may not know that they do.</exception>
    public async Task<Candidate> GetVisibleCandidateAsync(UserIdentity user, Guid candidateId, CancellationToken cancellationToken) =>
        (await candidates.FindVisibleAsync(user, candidateId, cancellationToken))?.Candidate ?? throw RequestException.NotFound("The candidate");

    /// <exception cref="RequestException"><c>forbidden</c> for others than recruiters and admins; <c>not_found</c>.</exception>
    public async Task<Job> GetVisibleJobAsync(UserIdentity user, Guid jobId, CancellationToken cancellationToken)
    {
        JobAccess.EnsureMaySee(user);
        return await jobs.FindAsync(jobId, cancellationToken) ?? throw JobAccess.NotFound();
    }

    /// <exception cref="RequestException"><c>not_found</c>: there is no such match, or the user may not see its candidate.</exception>
    public async Task<MatchDto> GetVisibleMatchAsync(UserIdentity user, Guid matchId, CancellationToken cancellationToken) =>
        await matches.FindAsync(matchId, cancellationToken) is { } match
        && await candidates.FindVisibleAsync(user, match.CandidateId, cancellationToken) is not null
            ? match
            : throw RequestException.NotFound("The match");

    /// <exception cref="RequestException"><c>forbidden</c> for others than recruiters and admins.</exception>
    public static void EnsureRecruits(UserIdentity user, string what)
    {
        if (!Job.AreVisibleTo(user))
            throw new RequestException(ErrorCode.Forbidden, $"Only recruiters and admins {what}.");
    }
}
