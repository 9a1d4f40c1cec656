using HotGigs.Domain.Users;

namespace HotGigs.Application.Matching;

/// <summary>Reads matches, filtered, paged and counted in the database.</summary>
public interface IMatchReader
{
    /// <summary>Lists matches, the highest score first; those of the same score always in the same order.</summary>
    Task<MatchPage> ListAsync(MatchSelection selection, int skip, int limit, CancellationToken cancellationToken);

    /// <summary>Counts matches: all, those of <see cref="MatchStatsDto.HighScore"/> or more, and those below it of <see cref="MatchStatsDto.MediumScore"/> or more.</summary>
    Task<(int All, int High, int Medium)> CountAsync(MatchSelection selection, CancellationToken cancellationToken);

    Task<MatchDto?> FindAsync(Guid matchId, CancellationToken cancellationToken);
}

/// <summary>Which matches are meant.</summary>
public abstract record MatchSelection
{
    private MatchSelection()
    {
    }

    /// <summary>Only those of this score or more.</summary>
    public int MinScore { get; init; }

    /// <summary>Those of a candidate; with closed jobs only where asked for.</summary>
    public sealed record OfCandidate(Guid CandidateId, bool IncludeClosed = false) : MatchSelection;

    /// <summary>Those of a job, with candidates that a user may see.</summary>
    public sealed record OfJob(Guid JobId, UserIdentity User) : MatchSelection;
}

/// <summary>One page of matches; total and highest score are those of all that were selected.</summary>
public sealed record MatchPage(IReadOnlyList<MatchDto> Matches, int Total, int TopScore);
