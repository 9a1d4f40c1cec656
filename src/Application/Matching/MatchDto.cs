namespace HotGigs.Application.Matching;

/// <summary>A match as clients see it; scores are whole numbers from 0 to 100.</summary>
/// <param name="JobStatus">A wire name of <see cref="Domain.Jobs.JobStatus"/>.</param>
public sealed record MatchDto(
    Guid MatchId,
    Guid CandidateId,
    string CandidateName,
    string? CandidateTitle,
    string? CandidateLocation,
    Guid JobId,
    string JobTitle,
    string CompanyName,
    string JobStatus,
    int MatchScore,
    int SkillMatchScore,
    int ExperienceMatchScore,
    int EducationMatchScore,
    int LocationMatchScore,
    string MatchExplanation,
    IReadOnlyList<string> MatchingSkills,
    IReadOnlyList<string> MissingSkills,
    bool ViewedByRecruiter,
    DateTimeOffset CreatedAt);

/// <summary>One page of matches; total and highest score are those of all pages, 0 where there are none.</summary>
public sealed record MatchList(int TotalMatches, int TopMatchScore, IReadOnlyList<MatchDto> Matches)
{
    public static MatchList Of(MatchPage page) => new(page.Total, page.TopScore, page.Matches);
}
