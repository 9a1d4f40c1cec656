namespace HotGigs.Domain.Matching;

/// <summary>How much each part of a match counts, in relation to the others.</summary>
/// <param name="Skills">Weight of the skills.</param>
/// <param name="Experience">Weight of the years of work.</param>
/// <param name="Education">Weight of the education.</param>
/// <param name="Location">Weight of the place.</param>
/// <param name="RequiredSkillShare">0.5 to 1: what of the skill score the required skills make up, where there are preferred ones too.</param>
public sealed record MatchWeights(
    decimal Skills, decimal Experience, decimal Education, decimal Location, decimal RequiredSkillShare)
{
    public static readonly MatchWeights Default = new(0.5m, 0.25m, 0.1m, 0.15m, 0.8m);

    public decimal Total => Skills + Experience + Education + Location;
}
