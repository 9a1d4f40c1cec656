using HotGigs.Domain.Matching;

namespace HotGigs.Application.Matching;

/// <summary>
/// Compares and keeps matches, a page in a transaction: what is stored was computed from job and candidates as they
/// are at that moment.
/// </summary>
public interface IMatchStore
{
    /// <summary>Compares a job, while it is open, with the next candidates in the order of their ids.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="stretch">Which candidates.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ComparedPage> CompareJobAsync(Guid jobId, Stretch stretch, CancellationToken cancellationToken);

    /// <summary>Compares a candidate with the next open jobs in the order of their ids.</summary>
    /// <inheritdoc cref="CompareJobAsync" path="/param"/>
    Task<ComparedPage> CompareCandidateAsync(Guid candidateId, Stretch stretch, CancellationToken cancellationToken);

    /// <summary>Notes that everyone concerned has been notified of these.</summary>
    Task MarkToldAsync(IReadOnlyCollection<FoundMatch> told, CancellationToken cancellationToken);

    /// <summary>Notes that a recruiter or admin has looked at a match.</summary>
    Task MarkViewedAsync(Guid matchId, CancellationToken cancellationToken);
}

/// <summary>A stretch of a long list.</summary>
/// <param name="After">The last one before it; <c>null</c> for the beginning.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="ChangedSince">Of these, only those that have changed since then are compared; <c>null</c> for all.</param>
public sealed record Stretch(Guid? After, int Limit, DateTimeOffset? ChangedSince);

/// <summary>What became of a stretch.</summary>
/// <param name="Last">The last one of it; <c>null</c> where there is nothing behind it.</param>
/// <param name="ToBeTold">Matches that somebody has to be notified of.</param>
public sealed record ComparedPage(Guid? Last, IReadOnlyList<FoundMatch> ToBeTold)
{
    public static readonly ComparedPage End = new(null, []);
}

/// <summary>A match that is worth telling.</summary>
/// <param name="Score">The <see cref="Match.ToldScore"/> to tell.</param>
public sealed record FoundMatch(Guid MatchId, int Score, Guid CandidateId, Guid JobId, string JobTitle, string PostedBy);
