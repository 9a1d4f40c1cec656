using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>Configuration says which parser reads resumes.</summary>
public sealed class ResumeParserChoiceTests
{
    [Fact]
    public async Task Unless_said_otherwise_resumes_are_read_by_rules()
    {
        await using var services = OtherParser.Parsers(new Dictionary<string, string?>());

        Assert.IsType<RuleBasedResumeParser>(services.GetRequiredService<IResumeParser>());
    }

    [Fact]
    public async Task A_parser_that_was_added_is_chosen_by_its_name()
    {
        await using var services = OtherParser.Parsers(Named("shouting"), added => added.AddResumeParser<ShoutingParser>("shouting"));

        var profile = await services.GetRequiredService<IResumeParser>().ParseAsync(Documents.Lines("Jane"), ExpectedProfile.Today, CancellationToken.None);

        Assert.Equal("JANE", profile.FullName);
    }

    [Fact]
    public async Task A_name_that_nobody_has_added_stops_the_start_and_the_known_ones_are_told()
    {
        await using var services = OtherParser.Parsers(Named("magic"));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ResumeImport:Parser is \"magic\"; known are rules, http.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parser_of_another_program_needs_its_address()
    {
        await using var services = OtherParser.Parsers(Named("http"));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ResumeImport:Http:Url must be an absolute http or https address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => OtherParser.Parsers(Named("rules"), added => added.AddResumeParser<ShoutingParser>("rules")));

    private static Dictionary<string, string?> Named(string name) => new() { ["ResumeImport:Parser"] = name };

    private sealed class ShoutingParser : IResumeParser
    {
        public Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken) =>
            Task.FromResult(new ResumeProfile { FullName = text.Lines[0].Text.ToUpperInvariant() });
    }
}
