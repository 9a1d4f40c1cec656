using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class ExperienceScoreTests
{
    [Theory]
    [InlineData(5, 100)]
    [InlineData(5.1, 100)]
    [InlineData(40, 100)]
    [InlineData(4, 80)]
    [InlineData(2.5, 50)]
    [InlineData(0.1, 2)]
    [InlineData(0, 0)]
    public void Of_five_years_asked_for_less_counts_in_part_and_more_does_no_harm(double years, int score) =>
        Assert.Equal(score, Assess(5, (decimal)years).ExperienceScore);

    [Fact]
    public void Unknown_years_are_neutral() => Assert.Equal(PartScore.Neutral, Assess(5, null).ExperienceScore);

    [Fact]
    public void Where_none_are_asked_for_years_do_not_count() =>
        Assert.Equal(Assess(0, 0).Score, Assess(0, 30).Score);

    [Theory]
    [InlineData(5, 7.25, "7.3 years of experience meet the 5 asked for.")]
    [InlineData(5, 1.0, "1 year of experience falls short of the 5 asked for.")]
    [InlineData(2.5, 2.0, "2 years of experience fall short of the 2.5 asked for.")]
    [InlineData(5, null, "The candidate's experience is not known; 5 years are asked for.")]
    [InlineData(0, 7.0, "The job asks for no particular experience.")]
    public void The_sentence_says_both_figures(double asked, double? years, string sentence) =>
        Assert.Contains(sentence, Assess((decimal)asked, (decimal?)years).Explanation, StringComparison.Ordinal);

    private static MatchAssessment Assess(decimal asked, decimal? years) =>
        Some.Assess(Some.Job with { Years = asked }, Some.Candidate with { Years = years });
}
