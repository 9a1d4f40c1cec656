using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Candidates;

/// <summary>Reads candidates. What it returns is detached: changing it stores nothing.</summary>
public interface ICandidateReader
{
    Task<Candidate?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>One page of the candidates a user sees, latest first, and how many there are in all.</summary>
    Task<CandidatePage> ListAsync(UserIdentity user, CandidateFilter filter, CancellationToken cancellationToken);
}

/// <summary>Which candidates to list.</summary>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="Search">Words that all have to occur in name, e-mail, title, location or skills; case does not matter.</param>
/// <param name="Source">Only those who came this way.</param>
/// <param name="Tags">Only those with all of these tags.</param>
public sealed record CandidateFilter(int Skip, int Limit, string? Search, CandidateSource? Source, IReadOnlyList<string> Tags);

/// <summary>One page of candidates, each with the time when the asking user last looked at them.</summary>
public sealed record CandidatePage(IReadOnlyList<ListedCandidate> Candidates, int Total);

/// <inheritdoc cref="CandidatePage"/>
public sealed record ListedCandidate(Candidate Candidate, DateTimeOffset? LastViewedAt);
