namespace HotGigs.Domain.Matching;

/// <summary>How well a candidate fits a job, and why; scores are whole numbers from 0 to 100.</summary>
public sealed record MatchAssessment(
    int Score,
    int SkillScore,
    int ExperienceScore,
    int EducationScore,
    int LocationScore,
    string Explanation,
    IReadOnlyList<string> MatchingSkills,
    IReadOnlyList<string> MissingSkills);
