using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class MatchScorerTests
{
    [Fact]
    public void Whoever_has_all_that_is_asked_for_is_100()
    {
        var best = Some.Assess(Some.Job, Some.Candidate);

        Assert.Equal((100, 100, 100, 100, 100), (best.Score, best.SkillScore, best.ExperienceScore, best.EducationScore, best.LocationScore));
        Assert.Empty(best.MissingSkills);
    }

    [Fact]
    public void Whoever_has_nothing_of_it_is_0()
    {
        var none = new CandidateQualifications(Some.Keys("Welding"), 0, EducationLevel.None, new Place("Paris", "paris", null, "FR"));

        Assert.Equal(0, Some.Assess(Some.Job, none).Score);
    }

    [Fact]
    public void Of_whom_nothing_is_known_is_between_the_two()
    {
        var stranger = Some.Assess(Some.Job, Some.Stranger);

        // No skills are none; the rest is neutral: half of 25 + 10 + 15.
        Assert.Equal((25, 0, 50, 50, 50), (stranger.Score, stranger.SkillScore, stranger.ExperienceScore, stranger.EducationScore, stranger.LocationScore));
    }

    [Fact]
    public void Skills_make_up_half_experience_a_quarter_education_a_tenth_and_the_place_the_rest()
    {
        Assert.Equal(50, Some.Assess(Some.Job, Some.Candidate with { Skills = Some.Keys("Welding") }).Score);
        Assert.Equal(75, Some.Assess(Some.Job, Some.Candidate with { Years = 0 }).Score);
        Assert.Equal(90, Some.Assess(Some.Job, Some.Candidate with { Education = EducationLevel.None }).Score);
        Assert.Equal(85, Some.Assess(Some.Job, Some.Candidate with { Place = new Place("Paris", "paris", null, "FR") }).Score);
    }

    [Theory]
    // Skills make up half, and the rest is full: an odd percentage of them leaves half a point.
    [InlineData(100, 100)]
    [InlineData(61, 81)]
    [InlineData(60, 80)]
    [InlineData(59, 80)]
    [InlineData(58, 79)]
    [InlineData(1, 51)]
    public void Half_a_point_is_rounded_up_exactly_so_that_79_and_a_half_is_80(int percentOfSkills, int score)
    {
        var job = Some.Job with { Required = Some.Skills(Numbered(100)), Preferred = [] };

        var assessment = Some.Assess(job, Some.Candidate with { Skills = Some.Keys(Numbered(percentOfSkills)) });

        Assert.Equal((percentOfSkills, score), (assessment.SkillScore, assessment.Score));
    }

    [Fact]
    public void What_a_job_says_nothing_about_has_no_weight()
    {
        var job = Some.Job with { Education = EducationLevel.None, Place = null };

        // 50 for skills and 5 of 25 for a fifth of the years, of 75 that are asked for.
        Assert.Equal(73, Some.Assess(job, Some.Candidate with { Years = 1 }).Score);
    }

    [Fact]
    public void A_job_without_skills_is_weighed_by_the_rest()
    {
        var job = Some.Job with { Required = [], Preferred = [] };

        Assert.Equal(100, Some.Assess(job, Some.Candidate).Score);
        Assert.Equal(50, Some.Assess(job, Some.Stranger).Score);
        Assert.Equal(50, Some.Assess(job, Some.Candidate with { Years = 0 }).Score);
    }

    [Fact]
    public void A_job_that_asks_for_nothing_is_neutral_with_everybody()
    {
        Assert.True(Some.Blank.AsksForNothing);
        Assert.Equal(PartScore.Neutral, Some.Assess(Some.Blank, Some.Candidate).Score);
        Assert.Equal(PartScore.Neutral, Some.Assess(Some.Blank, Some.Stranger).Score);
        Assert.Equal(PartScore.Neutral, Some.Assess(Some.Blank with { Place = new Place("Remote", IsRemote: true) }, Some.Candidate).Score);
    }

    [Fact]
    public void A_job_that_says_little_cannot_match_well()
    {
        var onlyAPlace = Some.Blank with { Place = Some.Berlin };
        var onlyYears = Some.Blank with { Years = 3 };
        var onlySkills = Some.Blank with { Required = Some.Skills("C#") };

        // 15 of the 50 that a job has to ask for are full, the others neutral.
        Assert.Equal(65, Some.Assess(onlyAPlace, Some.Candidate).Score);
        Assert.Equal(75, Some.Assess(onlyYears, Some.Candidate).Score);
        Assert.Equal(100, Some.Assess(onlySkills, Some.Candidate).Score);
    }

    [Fact]
    public void Weights_are_relative_and_a_part_can_be_left_out()
    {
        var weights = new MatchWeights(Skills: 0.2m, Experience: 0, Education: 0, Location: 0.6m, RequiredSkillShare: 0.8m);

        var assessment = MatchScorer.Assess(Some.Job, Some.Candidate with { Skills = Some.Keys("Welding"), Years = 0 }, weights);

        Assert.Equal(75, assessment.Score);
    }

    [Fact]
    public void The_explanation_has_a_sentence_for_each_part() => Assert.Equal(
        "Has 2 of 2 required skills and 1 of 1 preferred skills. 7 years of experience meet the 5 asked for. "
        + "Has a master's degree; a bachelor's degree is asked for. Lives where the job is: in Berlin, Germany.",
        Some.Assess(Some.Job, Some.Candidate).Explanation);

    private static string[] Numbered(int count) => [.. Enumerable.Range(0, count).Select(number => $"skill {number}")];
}
