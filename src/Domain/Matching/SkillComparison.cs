namespace HotGigs.Domain.Matching;

/// <summary>Compares skills: which of those that a job names a candidate has.</summary>
internal sealed record SkillComparison(PartScore Part, IReadOnlyList<string> Matching, IReadOnlyList<string> Missing)
{
    /// <summary>Names that a sentence lists; nobody reads more.</summary>
    private const int MaxNamed = 5;

    public static SkillComparison Of(JobRequirements job, CandidateQualifications candidate, decimal requiredShare)
    {
        var wanted = job.Required.Concat(job.Preferred).ToLookup(skill => candidate.Skills.Contains(skill.Key), skill => skill.Name);
        return new SkillComparison(Score(job, candidate, requiredShare), [.. wanted[true]], [.. wanted[false]]);
    }

    private static PartScore Score(JobRequirements job, CandidateQualifications candidate, decimal requiredShare)
    {
        if (job.Required.Count + job.Preferred.Count == 0)
            return PartScore.NotAskedFor("The job names no skills, so skills do not count.");
        if (candidate.Skills.Count == 0)
            return new PartScore(0, "No skills of the candidate are known.");

        var share = (job.Required.Count, job.Preferred.Count) switch
        {
            (_, 0) => Had(job.Required, candidate),
            (0, _) => Had(job.Preferred, candidate),
            _ => (requiredShare * Had(job.Required, candidate)) + ((1 - requiredShare) * Had(job.Preferred, candidate)),
        };
        return new PartScore(PartScore.Percent(share), Sentence(job, candidate));
    }

    private static decimal Had(IReadOnlyList<WantedSkill> wanted, CandidateQualifications candidate) =>
        (decimal)wanted.Count(skill => candidate.Skills.Contains(skill.Key)) / wanted.Count;

    private static string Sentence(JobRequirements job, CandidateQualifications candidate)
    {
        var groups = new[] { (Skills: job.Required, Kind: "required"), (Skills: job.Preferred, Kind: "preferred") }
            .Where(group => group.Skills.Count > 0)
            .Select(group =>
                $"{group.Skills.Count(skill => candidate.Skills.Contains(skill.Key))} of {group.Skills.Count} {group.Kind} skills");
        var missing = job.Required.Where(skill => !candidate.Skills.Contains(skill.Key)).Select(skill => skill.Name).ToList();
        return $"Has {string.Join(" and ", groups)}{(missing.Count == 0 ? "" : $"; lacks {Listed(missing)}")}.";
    }

    private static string Listed(List<string> names) => names.Count <= MaxNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MaxNamed))} and {names.Count - MaxNamed} more";
}
