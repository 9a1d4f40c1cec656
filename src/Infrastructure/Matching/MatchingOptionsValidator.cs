using HotGigs.Application.Matching;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Refuses settings that contradict each other.</summary>
internal sealed class MatchingOptionsValidator : IValidateOptions<MatchingOptions>
{
    public ValidateOptionsResult Validate(string? name, MatchingOptions options)
    {
        if (options.SkillWeight + options.ExperienceWeight + options.EducationWeight + options.LocationWeight <= 0)
            return ValidateOptionsResult.Fail("Of Matching:SkillWeight, ExperienceWeight, EducationWeight and LocationWeight at least one must be above 0.");
        return options.KeepScore > options.NotifyScore
            ? ValidateOptionsResult.Fail("Matching:KeepScore must not be above Matching:NotifyScore: a match that is told must be there to look at.")
            : ValidateOptionsResult.Success;
    }
}
