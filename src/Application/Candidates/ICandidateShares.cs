using HotGigs.Domain.Candidates;

namespace HotGigs.Application.Candidates;

/// <summary>Reads shares of candidates.</summary>
public interface ICandidateShares
{
    /// <summary>The shares of a candidate, the latest first, with the recruiters' names and what became of the notifications.</summary>
    Task<IReadOnlyList<ListedShare>> ListAsync(Guid candidateId, CancellationToken cancellationToken);
}

/// <summary>A share, and whether the recruiter knows of it.</summary>
/// <param name="Share">The share.</param>
/// <param name="RecruiterName">The recruiter's name as of their newest token.</param>
/// <param name="DeliveredAt">When a device of theirs confirmed the notification.</param>
/// <param name="SeenAt">When they saw it in their list.</param>
/// <param name="ReadAt">When they read it.</param>
public sealed record ListedShare(
    CandidateShare Share, string RecruiterName, DateTimeOffset? DeliveredAt, DateTimeOffset? SeenAt, DateTimeOffset? ReadAt);
