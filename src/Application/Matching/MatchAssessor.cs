using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Resumes;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Matching;

/// <summary>What of a job is compared, and what telling of a match needs.</summary>
public sealed record ComparedJob(
    Guid Id,
    string Title,
    string PostedBy,
    string? Location,
    IReadOnlyList<string> RequiredSkills,
    IReadOnlyList<string> PreferredSkills,
    double YearsOfExperience,
    EducationLevel Education);

/// <summary>What of a candidate is compared.</summary>
public sealed record ComparedCandidate(
    Guid Id, string? Location, double? YearsOfExperience, IReadOnlyList<Skill> Skills, IReadOnlyList<Degree> Education);

/// <summary>Puts jobs and candidates into the terms they are compared in, and compares them as configured.</summary>
public sealed class MatchAssessor(IMatchVocabulary vocabulary, IOptions<MatchingOptions> options)
{
    /// <summary>More than any life of work, and what fits a decimal.</summary>
    private const double MostYears = 100;

    private readonly MatchWeights weights = options.Value.Weights;

    public JobRequirements RequirementsOf(ComparedJob job) => new(
        [.. job.RequiredSkills.Select(Wanted)],
        [.. job.PreferredSkills.Select(Wanted)],
        Years(job.YearsOfExperience),
        job.Education,
        PlaceOf(job.Location));

    public CandidateQualifications QualificationsOf(ComparedCandidate candidate) => new(
        candidate.Skills.Select(skill => vocabulary.SkillKey(skill.Name)).ToHashSet(StringComparer.Ordinal),
        candidate.YearsOfExperience is { } years ? Years(years) : null,
        candidate.Education.Max(degree => degree.Name is { } name ? vocabulary.EducationOf(name) : null),
        PlaceOf(candidate.Location));

    public MatchAssessment Assess(JobRequirements job, CandidateQualifications candidate) =>
        MatchScorer.Assess(job, candidate, weights);

    /// <summary>
    /// Whether a pair that is compared for the first time is worth keeping: not where there was nothing to compare, and
    /// not where a candidate has none of the skills, however near they live.
    /// </summary>
    public bool IsWorthKeeping(JobRequirements job, MatchAssessment assessment) =>
        assessment.Score >= options.Value.KeepScore && !job.AsksForNothing && (assessment.SkillScore > 0 || weights.Skills == 0);

    /// <inheritdoc cref="Match.DecideToTell"/>
    public void DecideToTell(Match match) => match.DecideToTell(options.Value.NotifyScore, options.Value.NotifyRise);

    private WantedSkill Wanted(string name) => new(name, vocabulary.SkillKey(name));

    private Place? PlaceOf(string? location) => string.IsNullOrWhiteSpace(location) ? null : vocabulary.PlaceOf(location);

    private static decimal Years(double years) => (decimal)Math.Clamp(years, 0, MostYears);
}
