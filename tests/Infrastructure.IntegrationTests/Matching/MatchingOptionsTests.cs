using HotGigs.Application.Matching;
using HotGigs.Infrastructure.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Matching;

public sealed class MatchingOptionsTests
{
    [Fact]
    public void Unless_configured_a_match_is_told_at_80_and_again_5_above()
    {
        var options = Configured().Value;

        Assert.Equal((80, 5), (options.NotifyScore, options.NotifyRise));
        Assert.Equal(
            (0.5, 0.25, 0.1, 0.15), (options.SkillWeight, options.ExperienceWeight, options.EducationWeight, options.LocationWeight));
    }

    [Theory]
    [InlineData("Matching:NotifyScore", "0")]
    [InlineData("Matching:NotifyScore", "101")]
    [InlineData("Matching:NotifyScore", "39")]
    [InlineData("Matching:KeepScore", "81")]
    [InlineData("Matching:NotifyRise", "0")]
    [InlineData("Matching:SkillWeight", "-0.1")]
    [InlineData("Matching:SkillWeight", "NaN")]
    [InlineData("Matching:RequiredSkillShare", "0.4")]
    [InlineData("Matching:PageSize", "0")]
    [InlineData("Matching:Parallelism", "0")]
    [InlineData("Matching:Lease", "00:00:01")]
    [InlineData("Matching:PollInterval", "00:00:00")]
    public void What_cannot_work_is_refused_at_the_start(string setting, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Configured((setting, value)).Value);

        Assert.Contains(refusal.Failures, failure => failure.Contains(setting.Split(':')[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_are_all_0_are_refused() => Assert.Throws<OptionsValidationException>(() => Configured(
        ("Matching:SkillWeight", "0"), ("Matching:ExperienceWeight", "0"), ("Matching:EducationWeight", "0"), ("Matching:LocationWeight", "0")).Value);

    private static IOptions<MatchingOptions> Configured(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value))
            .Build();
        return new ServiceCollection().AddMatchComparison(configuration).BuildServiceProvider().GetRequiredService<IOptions<MatchingOptions>>();
    }
}
