using System.Collections.Concurrent;
using HotGigs.Application.Candidates;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Matching;

/// <summary>The people of one page of matches, each looked up once, and which of them may see whom.</summary>
internal sealed class MatchAudience
{
    private readonly ICandidateReader reader;
    private readonly IReadOnlyDictionary<Guid, Candidate> candidates;
    private readonly IReadOnlyDictionary<string, UserIdentity> users;
    private readonly ConcurrentDictionary<(string UserId, Guid CandidateId), Task<bool>> shares = new();

    private MatchAudience(
        ICandidateReader reader, IReadOnlyDictionary<Guid, Candidate> candidates, IReadOnlyDictionary<string, UserIdentity> users)
    {
        this.reader = reader;
        this.candidates = candidates;
        this.users = users;
    }

    /// <summary>Looks up everyone whom these matches may concern.</summary>
    public static async Task<MatchAudience> OfAsync(
        IReadOnlyList<FoundMatch> matches, ICandidateReader reader, IUserDirectory directory, CancellationToken cancellationToken)
    {
        var candidates = (await reader.FindAsync(matches.Select(match => match.CandidateId).ToHashSet(), cancellationToken))
            .ToDictionary(candidate => candidate.Id);
        var userIds = matches.Select(match => match.PostedBy)
            .Concat(candidates.Values.Select(candidate => candidate.OwnerId))
            .Where(id => id != Candidate.Pool)
            .ToHashSet(StringComparer.Ordinal);
        return new MatchAudience(reader, candidates, await directory.FindAsync(userIds, cancellationToken));
    }

    /// <returns><c>null</c> for a candidate who is not there any more.</returns>
    public Candidate? Find(Guid id) => candidates.GetValueOrDefault(id);

    /// <summary>Whether a user may see jobs and this candidate.</summary>
    public async Task<bool> MaySeeBothAsync(string userId, Candidate candidate, CancellationToken cancellationToken) =>
        users.GetValueOrDefault(userId) is { } user
        && Job.AreVisibleTo(user)
        // Most see them anyway: only for the others is a share looked for.
        && (candidate.IsVisibleTo(user, isShared: false)
            || await shares.GetOrAdd((userId, candidate.Id), _ => IsSharedAsync(user, candidate.Id, cancellationToken)));

    private async Task<bool> IsSharedAsync(UserIdentity user, Guid candidateId, CancellationToken cancellationToken) =>
        await reader.FindVisibleAsync(user, candidateId, cancellationToken) is not null;
}
