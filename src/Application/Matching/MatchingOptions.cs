using System.ComponentModel.DataAnnotations;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Matching;

namespace HotGigs.Application.Matching;

/// <summary>How candidates and jobs are compared. Configuration section <c>Matching</c>.</summary>
public sealed class MatchingOptions
{
    public const string Section = "Matching";

    /// <summary>Weight of the skills, in relation to the other three.</summary>
    [Range(0.0, 1.0)]
    public double SkillWeight { get; set; } = (double)MatchWeights.Default.Skills;

    /// <summary>Weight of the years of work.</summary>
    [Range(0.0, 1.0)]
    public double ExperienceWeight { get; set; } = (double)MatchWeights.Default.Experience;

    /// <summary>Weight of the education.</summary>
    [Range(0.0, 1.0)]
    public double EducationWeight { get; set; } = (double)MatchWeights.Default.Education;

    /// <summary>Weight of the place.</summary>
    [Range(0.0, 1.0)]
    public double LocationWeight { get; set; } = (double)MatchWeights.Default.Location;

    /// <summary>What of the skill score the required skills make up, where there are preferred ones too.</summary>
    [Range(0.5, 1.0)]
    public double RequiredSkillShare { get; set; } = (double)MatchWeights.Default.RequiredSkillShare;

    /// <summary>The score from which a match is told.</summary>
    [Range(1, 100)]
    public int NotifyScore { get; set; } = NotifyMatchFound.MinimumScore;

    /// <summary>By how much the score must rise over what was told last to be told again.</summary>
    [Range(1, 100)]
    public int NotifyRise { get; set; } = 5;

    /// <summary>Pairs that never scored as much are not stored.</summary>
    [Range(0, 100)]
    public int KeepScore { get; set; } = 40;

    /// <summary>How many pairs are compared in one transaction.</summary>
    [Range(1, 1_000)]
    public int PageSize { get; set; } = 200;

    /// <summary>How many runs a server works on at the same time.</summary>
    [Range(1, 16)]
    public int Parallelism { get; set; } = 1;

    /// <summary>How long a worker holds a run without storing a page; also how long one stays behind whose server was killed.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often idle workers look for runs that others left behind.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The weights; exact, so that 79.5 is not a little less.</summary>
    internal MatchWeights Weights => new(
        (decimal)SkillWeight, (decimal)ExperienceWeight, (decimal)EducationWeight, (decimal)LocationWeight, (decimal)RequiredSkillShare);
}
