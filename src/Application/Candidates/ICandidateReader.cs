using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Candidates;

/// <summary>Reads candidates. What it returns is detached: changing it stores nothing.</summary>
public interface ICandidateReader
{
    Task<Candidate?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Finds those of the candidates named that there are.</summary>
    Task<IReadOnlyList<Candidate>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Finds a candidate whom a user may see.</summary>
    /// <returns><c>null</c> where there is none, or they may not know that there is.</returns>
    Task<VisibleCandidate?> FindVisibleAsync(UserIdentity user, Guid id, CancellationToken cancellationToken);

    /// <summary>One page of the candidates a user sees, latest first, and how many there are in all.</summary>
    Task<CandidatePage> ListAsync(UserIdentity user, CandidateFilter filter, CancellationToken cancellationToken);
}

/// <summary>Which candidates to list.</summary>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="Search">Words that all have to occur in name, e-mail, title, location or skills; case does not matter.</param>
/// <param name="Source">Only those who came to the asking user this way.</param>
/// <param name="Tags">Only those with all of these tags.</param>
public sealed record CandidateFilter(int Skip, int Limit, string? Search, CandidateSource? Source, IReadOnlyList<string> Tags);

/// <summary>A candidate as a user sees them.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Share">The share by which this user may see them, if there is one.</param>
public sealed record VisibleCandidate(Candidate Candidate, CandidateShare? Share);

/// <summary>One page of candidates, each with the time when the asking user last looked at them.</summary>
public sealed record CandidatePage(IReadOnlyList<ListedCandidate> Candidates, int Total);

/// <summary>A candidate in a list, with what is the asking user's own.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="LastViewedAt">When the asking user last looked at them.</param>
/// <param name="IsShared">Whether they are shared with the asking user.</param>
public sealed record ListedCandidate(Candidate Candidate, DateTimeOffset? LastViewedAt, bool IsShared = false);
