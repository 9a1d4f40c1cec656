namespace HotGigs.Domain.Matching;

/// <summary>How one part of a job and a candidate fit.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Sentence">Why, in words a recruiter understands.</param>
/// <param name="IsAskedFor">Whether the job says something about it; otherwise it has no weight.</param>
public sealed record PartScore(int Score, string Sentence, bool IsAskedFor = true)
{
    /// <summary>Neither for nor against: of what is not known, or not asked for.</summary>
    public const int Neutral = 50;

    public const int Full = 100;

    /// <summary>A part that the job says nothing about.</summary>
    public static PartScore NotAskedFor(string sentence, int score = Neutral) => new(score, sentence, IsAskedFor: false);

    /// <summary>A whole number of percent, the half rounded up.</summary>
    /// <param name="share">0 to 1.</param>
    public static int Percent(decimal share) => (int)Math.Round(share * Full, MidpointRounding.AwayFromZero);
}
