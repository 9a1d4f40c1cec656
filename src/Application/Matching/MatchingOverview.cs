namespace HotGigs.Application.Matching;

/// <summary>Matches summed up; high and medium as in <see cref="MatchStatsDto"/>.</summary>
/// <param name="TotalJobs">How many jobs it is about, those without a match included.</param>
/// <param name="NewHighMatches">High ones that no recruiter or admin has looked at yet.</param>
/// <param name="TopMatchScore">0 where there are none.</param>
/// <param name="Scores">How the scores are spread, the lowest first.</param>
/// <param name="Jobs">What is most worth a look first; at most <see cref="MaxJobs"/>.</param>
/// <param name="NewestHighMatches">Those not yet looked at first, and then the newest; at most <see cref="MaxMatches"/>.</param>
public sealed record MatchingOverview(
    int TotalJobs,
    int TotalMatches,
    int HighMatches,
    int MediumMatches,
    int NewHighMatches,
    int TopMatchScore,
    IReadOnlyList<ScoreRange> Scores,
    IReadOnlyList<JobOverview> Jobs,
    IReadOnlyList<MatchDto> NewestHighMatches)
{
    public const int MaxJobs = 50;
    public const int MaxMatches = 20;
}

/// <summary>How many matches have a score in a range of ten.</summary>
/// <param name="From">The lowest score in it: 0, 10 and so on to 90.</param>
/// <param name="To">The highest score in it; the last range ends with 100.</param>
public sealed record ScoreRange(int From, int To, int Count);

/// <summary>The matches of one job, summed up.</summary>
/// <param name="JobStatus">A wire name of <see cref="Domain.Jobs.JobStatus"/>.</param>
public sealed record JobOverview(
    Guid JobId,
    string JobTitle,
    string CompanyName,
    string JobStatus,
    int TotalMatches,
    int HighMatches,
    int MediumMatches,
    int NewHighMatches,
    int TopMatchScore,
    DateTimeOffset CreatedAt);
