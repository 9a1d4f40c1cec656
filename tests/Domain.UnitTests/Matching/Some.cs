using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

/// <summary>A job that asks for everything, and a candidate who has it all: tests change the one thing that they are about.</summary>
internal static class Some
{
    public static readonly Place Berlin = new("Berlin, Germany", "berlin", "berlin", "DE");

    public static readonly JobRequirements Job = new(
        Skills("C#", "SQL"), Skills("Docker"), Years: 5, EducationLevel.Bachelor, Berlin);

    /// <summary>Asks for nothing at all.</summary>
    public static readonly JobRequirements Blank = new([], [], 0, EducationLevel.None, null);

    public static readonly CandidateQualifications Candidate = new(
        Keys("C#", "SQL", "Docker"), Years: 7, EducationLevel.Master, Berlin);

    /// <summary>Nothing is known of them.</summary>
    public static readonly CandidateQualifications Stranger = new(Keys(), null, null, null);

    public static MatchAssessment Assess(JobRequirements job, CandidateQualifications candidate) =>
        MatchScorer.Assess(job, candidate, MatchWeights.Default);

    public static IReadOnlyList<WantedSkill> Skills(params string[] names) =>
        [.. names.Select(name => new WantedSkill(name, name.ToLowerInvariant()))];

    public static HashSet<string> Keys(params string[] names) => [.. names.Select(name => name.ToLowerInvariant())];
}
