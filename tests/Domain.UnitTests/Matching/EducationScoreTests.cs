using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class EducationScoreTests
{
    [Theory]
    [InlineData(EducationLevel.Bachelor, EducationLevel.Bachelor, 100)]
    [InlineData(EducationLevel.Bachelor, EducationLevel.Doctorate, 100)]
    [InlineData(EducationLevel.Bachelor, EducationLevel.Associate, 50)]
    [InlineData(EducationLevel.Master, EducationLevel.Bachelor, 67)]
    [InlineData(EducationLevel.Doctorate, EducationLevel.Master, 75)]
    [InlineData(EducationLevel.Associate, EducationLevel.None, 0)]
    [InlineData(EducationLevel.Doctorate, null, PartScore.Neutral)]
    [InlineData(EducationLevel.None, EducationLevel.None, PartScore.Neutral)]
    public void A_lower_one_counts_in_part_a_higher_one_does_no_harm_and_an_unknown_one_is_neutral(
        EducationLevel asked, EducationLevel? had, int score) =>
        Assert.Equal(score, Assess(asked, had).EducationScore);

    [Fact]
    public void Where_no_degree_is_asked_for_education_does_not_count() =>
        Assert.Equal(Assess(EducationLevel.None, null).Score, Assess(EducationLevel.None, EducationLevel.Doctorate).Score);

    [Theory]
    [InlineData(EducationLevel.Bachelor, EducationLevel.Master, "Has a master's degree; a bachelor's degree is asked for.")]
    [InlineData(EducationLevel.Master, EducationLevel.Associate, "Has only an associate degree; a master's degree is asked for.")]
    [InlineData(EducationLevel.Doctorate, EducationLevel.None, "Has only an education without a degree; a doctorate is asked for.")]
    [InlineData(EducationLevel.Bachelor, null, "The candidate's education is not known; a bachelor's degree is asked for.")]
    [InlineData(EducationLevel.None, EducationLevel.Master, "The job asks for no degree.")]
    public void The_sentence_says_what_there_is_and_what_is_asked_for(EducationLevel asked, EducationLevel? had, string sentence) =>
        Assert.Contains(sentence, Assess(asked, had).Explanation, StringComparison.Ordinal);

    private static MatchAssessment Assess(EducationLevel asked, EducationLevel? had) =>
        Some.Assess(Some.Job with { Education = asked }, Some.Candidate with { Education = had });
}
