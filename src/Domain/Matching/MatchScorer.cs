namespace HotGigs.Domain.Matching;

/// <summary>Scores candidates against jobs: four parts, each weighed by what the job says about it.</summary>
public static class MatchScorer
{
    /// <summary>
    /// A job that asks for less than this share of all weights says too little for a good match: what it leaves
    /// unsaid up to here counts as neutral.
    /// </summary>
    private const decimal LeastAskedFor = 0.5m;

    /// <summary>Scores one pair. The score follows from the four whole numbers that are shown with it.</summary>
    public static MatchAssessment Assess(JobRequirements job, CandidateQualifications candidate, MatchWeights weights)
    {
        var skills = SkillComparison.Of(job, candidate, weights.RequiredSkillShare);
        var experience = ExperienceComparison.Of(job, candidate);
        var education = EducationComparison.Of(job, candidate);
        var location = LocationComparison.Of(job, candidate);
        (PartScore Part, decimal Weight)[] parts =
        [
            (skills.Part, weights.Skills), (experience, weights.Experience), (education, weights.Education), (location, weights.Location),
        ];

        return new MatchAssessment(
            Weigh([.. parts.Where(one => one.Part.IsAskedFor)], LeastAskedFor * weights.Total),
            skills.Part.Score,
            experience.Score,
            education.Score,
            location.Score,
            string.Join(' ', parts.Select(one => one.Part.Sentence)),
            skills.Matching,
            skills.Missing);
    }

    private static int Weigh((PartScore Part, decimal Weight)[] asked, decimal least)
    {
        var weight = asked.Sum(one => one.Weight);
        var unsaid = Math.Max(0, least - weight);
        var sum = asked.Sum(one => one.Part.Score * one.Weight) + (PartScore.Neutral * unsaid);
        return (int)Math.Round(sum / (weight + unsaid), MidpointRounding.AwayFromZero);
    }
}
