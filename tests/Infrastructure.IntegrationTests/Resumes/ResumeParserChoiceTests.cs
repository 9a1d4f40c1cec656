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

    [Theory]
    [InlineData("https://parser.example/parse")]
    [InlineData("http://localhost:5000/parse")]
    [InlineData("http://[::1]:5000/parse")]
    [InlineData("http://parser.internal/parse", "ResumeImport:Http:AllowPlainHttp", "true")]
    [InlineData("https://parser.example/parse", "ResumeImport:Http:Retries", "0", "ResumeImport:Http:Timeout", "00:00:59")]
    public async Task An_address_that_is_safe_and_times_that_fit_let_the_server_start(string url, params string[] settings)
    {
        await using var services = OtherParser.Parsers(Http(url, settings));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData("Url must be an address with https", "http://parser.internal/parse")]
    [InlineData("Url must be an absolute http or https address", "ftp://parser.example/parse")]
    [InlineData("Timeout and Retries add up to 00:03:04 with the pauses between; ResumeImport:ReadTimeout leaves 00:00:59", "https://parser.example/parse", "ResumeImport:Http:Timeout", "00:01:00")]
    [InlineData("Timeout and Retries add up to 00:03:05", "https://parser.example/parse", "ResumeImport:Http:Retries", "10")]
    [InlineData("ResumeImport:ReadTimeout leaves 00:00:29", "https://parser.example/parse", "ResumeImport:ReadTimeout", "00:00:30")]
    public async Task What_is_not_safe_or_cannot_end_in_time_stops_the_start(string reason, string url, params string[] settings)
    {
        await using var services = OtherParser.Parsers(Http(url, settings));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => OtherParser.Parsers(Named("rules"), added => added.AddResumeParser<ShoutingParser>("rules")));

    private static Dictionary<string, string?> Http(string url, string[] settings)
    {
        var values = Named("http");
        values["ResumeImport:Http:Url"] = url;
        foreach (var setting in settings.Chunk(2))
            values[setting[0]] = setting[1];
        return values;
    }

    private static Dictionary<string, string?> Named(string name) => new() { ["ResumeImport:Parser"] = name };

    private sealed class ShoutingParser : IResumeParser
    {
        public Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken) =>
            Task.FromResult(new ResumeProfile { FullName = text.Lines[0].Text.ToUpperInvariant() });
    }
}
