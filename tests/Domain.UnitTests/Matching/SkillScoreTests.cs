using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class SkillScoreTests
{
    private static readonly JobRequirements Job = Some.Job with
    {
        Required = Some.Skills("C#", "SQL", "Kubernetes", "Kafka"),
        Preferred = Some.Skills("Docker", "Redis"),
    };

    [Fact]
    public void All_skills_are_100() => Assert.Equal(100, Score(Job, "C#", "SQL", "Kubernetes", "Kafka", "Docker", "Redis"));

    [Fact]
    public void None_of_them_is_0() => Assert.Equal(0, Score(Job, "Accounting"));

    [Fact]
    public void All_required_ones_alone_are_80() => Assert.Equal(80, Score(Job, "C#", "SQL", "Kubernetes", "Kafka"));

    [Fact]
    public void All_preferred_ones_alone_are_20() => Assert.Equal(20, Score(Job, "Docker", "Redis"));

    [Fact]
    public void A_required_skill_weighs_more_than_a_preferred_one() =>
        Assert.True(Score(Job, "C#") > Score(Job, "Docker"));

    [Fact]
    public void Where_no_skill_is_required_the_preferred_ones_are_all_that_counts() =>
        Assert.Equal(50, Score(Job with { Required = [] }, "Docker"));

    [Fact]
    public void Where_none_is_preferred_the_required_ones_are_all_that_counts() =>
        Assert.Equal(75, Score(Job with { Preferred = [] }, "C#", "SQL", "Kafka"));

    [Fact]
    public void Skills_are_listed_as_the_job_writes_them_the_missing_required_ones_first()
    {
        var assessment = Assess(Job, "C#", "Redis");

        Assert.Equal(["C#", "Redis"], assessment.MatchingSkills);
        Assert.Equal(["SQL", "Kubernetes", "Kafka", "Docker"], assessment.MissingSkills);
    }

    [Fact]
    public void The_sentence_counts_both_kinds_and_names_what_is_lacking() => Assert.StartsWith(
        "Has 2 of 4 required skills and 1 of 2 preferred skills; lacks Kubernetes, Kafka.",
        Assess(Job, "C#", "SQL", "Docker").Explanation,
        StringComparison.Ordinal);

    [Fact]
    public void A_sentence_names_five_lacking_skills_at_most()
    {
        var job = Job with { Required = Some.Skills("A", "B", "C", "D", "E", "F", "G"), Preferred = [] };

        Assert.StartsWith("Has 0 of 7 required skills; lacks A, B, C, D, E and 2 more.", Assess(job, "Z").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_without_skills_has_0_and_the_sentence_says_that_none_are_known()
    {
        var assessment = Assess(Job);

        Assert.Equal(0, assessment.SkillScore);
        Assert.StartsWith("No skills of the candidate are known.", assessment.Explanation, StringComparison.Ordinal);
        Assert.Equal(6, assessment.MissingSkills.Count);
    }

    [Fact]
    public void Of_a_job_without_skills_the_part_is_neutral_and_does_not_count()
    {
        var job = Job with { Required = [], Preferred = [] };
        var (skilled, stranger) = (Assess(job, "C#"), Assess(job));

        Assert.Equal(PartScore.Neutral, skilled.SkillScore);
        Assert.Equal(skilled.Score, stranger.Score);
        Assert.StartsWith("The job names no skills, so skills do not count.", skilled.Explanation, StringComparison.Ordinal);
        Assert.Empty(skilled.MatchingSkills.Concat(skilled.MissingSkills));
    }

    private static int Score(JobRequirements job, params string[] skills) => Assess(job, skills).SkillScore;

    private static MatchAssessment Assess(JobRequirements job, params string[] skills) =>
        Some.Assess(job, Some.Candidate with { Skills = Some.Keys(skills) });
}
