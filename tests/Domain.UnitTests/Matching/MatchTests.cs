using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class MatchTests
{
    private static readonly MatchAssessment Good = Some.Assess(Some.Job, Some.Candidate);

    [Theory]
    [InlineData(79, false)]
    [InlineData(80, true)]
    [InlineData(100, true)]
    [InlineData(0, false)]
    public void A_match_of_80_or_more_is_told(int score, bool told) => Assert.Equal(told, Told(Scored(score)).IsToBeTold);

    [Fact]
    public void It_is_told_once()
    {
        var match = Delivered(Told(Scored(85)));

        Assert.False(Told(match).IsToBeTold);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    [InlineData(85, false)]
    [InlineData(70, false)]
    public void It_is_told_again_when_the_score_has_risen_by_5_over_what_was_told(int score, bool again)
    {
        var match = Delivered(Told(Scored(85)));

        match.Update(Good with { Score = score });

        Assert.Equal(again, Told(match).IsToBeTold);
    }

    [Fact]
    public void Small_steps_add_up_and_a_fall_in_between_changes_nothing()
    {
        var match = Delivered(Told(Scored(80)));
        foreach (var score in new[] { 83, 40, 84 })
        {
            match.Update(Good with { Score = score });
            Assert.False(Told(match).IsToBeTold);
        }

        match.Update(Good with { Score = 85 });
        Assert.Equal(85, Told(match).ToldScore);
    }

    [Fact]
    public void What_was_decided_stays_to_be_told_until_it_has_been()
    {
        var match = Told(Scored(85));
        match.Update(Good with { Score = 88 });

        Assert.True(Told(match).IsToBeTold);
        Assert.Equal(85, match.ToldScore);
    }

    [Fact]
    public void A_comparison_that_comes_to_the_same_changes_nothing()
    {
        var match = Scored(70);
        var version = match.Version;

        match.Update(Good with { Score = 70 });
        Assert.Equal(version, match.Version);
        match.Update(Good with { Score = 70, MissingSkills = ["Kafka"] });
        Assert.NotEqual(version, match.Version);
    }

    [Fact]
    public void It_stays_the_same_match_when_its_score_changes()
    {
        var match = Scored(70);
        var id = match.Id;

        match.Update(Good with { Score = 90, Explanation = new string('x', 5_000) });

        Assert.Equal((id, 90, Match.MaxExplanationLength), (match.Id, match.Score, match.Explanation.Length));
    }

    private static Match Scored(int score) =>
        Match.Of(Guid.CreateVersion7(At.Noon), Guid.CreateVersion7(At.Noon), Good with { Score = score }, At.Noon);

    private static Match Told(Match match)
    {
        match.DecideToTell(from: 80, rise: 5);
        return match;
    }

    // As the store does, in one statement for many.
    private static Match Delivered(Match match)
    {
        typeof(Match).GetProperty(nameof(Match.DeliveredScore))!.SetValue(match, match.ToldScore);
        return match;
    }
}
