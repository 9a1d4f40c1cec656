namespace HotGigs.Domain.Matching;

/// <summary>A candidate and a job that fit to some degree. There is one of each pair, and it stays the same when they change.</summary>
public sealed class Match
{
    public const int MaxExplanationLength = 2_000;

    private Match()
    {
    }

    public Guid Id { get; private set; }

    public Guid CandidateId { get; private set; }

    public Guid JobId { get; private set; }

    /// <summary>0 to 100.</summary>
    public int Score { get; private set; }

    public int SkillScore { get; private set; }

    public int ExperienceScore { get; private set; }

    public int EducationScore { get; private set; }

    public int LocationScore { get; private set; }

    /// <summary>A sentence for each part.</summary>
    public string Explanation { get; private set; } = "";

    public IReadOnlyList<string> MatchingSkills { get; private set; } = [];

    /// <summary>Required ones first.</summary>
    public IReadOnlyList<string> MissingSkills { get; private set; } = [];

    /// <summary>Whether a recruiter or admin has looked at it.</summary>
    public bool ViewedByRecruiter { get; private set; }

    /// <summary>The score at which it was last worth telling; stored with the score, so that it is decided once.</summary>
    public int? ToldScore { get; private set; }

    /// <summary>The last <see cref="ToldScore"/> that everyone concerned was notified of.</summary>
    public int? DeliveredScore { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether somebody has still to be notified of it, because it is new or because a server died over it.</summary>
    public bool IsToBeTold => ToldScore != DeliveredScore;

    /// <summary>Keeps a pair that was compared for the first time.</summary>
    public static Match Of(Guid candidateId, Guid jobId, MatchAssessment assessment, DateTimeOffset now)
    {
        var match = new Match
        {
            Id = Guid.CreateVersion7(now),
            CandidateId = candidateId,
            JobId = jobId,
            CreatedAt = now,
        };
        match.Take(assessment);
        return match;
    }

    /// <summary>Takes over what a new comparison came to.</summary>
    public void Update(MatchAssessment assessment)
    {
        if (assessment.Score != Score || assessment.Explanation != Explanation || !assessment.MatchingSkills.SequenceEqual(MatchingSkills)
            || !assessment.MissingSkills.SequenceEqual(MissingSkills))
            Take(assessment);
    }

    /// <summary>Decides whether it is worth telling: once, and again when the score has risen enough.</summary>
    /// <param name="from">The score from which a match is worth telling.</param>
    /// <param name="rise">By how much it must exceed what was told last.</param>
    public void DecideToTell(int from, int rise)
    {
        if (Score < from || (ToldScore is { } told && Score < told + rise))
            return;
        ToldScore = Score;
        Version++;
    }

    private void Take(MatchAssessment assessment)
    {
        Score = assessment.Score;
        SkillScore = assessment.SkillScore;
        ExperienceScore = assessment.ExperienceScore;
        EducationScore = assessment.EducationScore;
        LocationScore = assessment.LocationScore;
        Explanation = assessment.Explanation.Length <= MaxExplanationLength
            ? assessment.Explanation
            : assessment.Explanation[..MaxExplanationLength];
        MatchingSkills = assessment.MatchingSkills;
        MissingSkills = assessment.MissingSkills;
        Version++;
    }
}
