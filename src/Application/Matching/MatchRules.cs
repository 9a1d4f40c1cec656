using FluentValidation;

namespace HotGigs.Application.Matching;

/// <summary>The rules that questions for matches share.</summary>
internal static class MatchRules
{
    public const int MaxLimit = 100;

    public static IRuleBuilderOptions<T, int> Score<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(0, 100);

    public static IRuleBuilderOptions<T, int> PageLimit<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(1, MaxLimit);
}
