using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>How long a resume waits for a parser that is not available.</summary>
public sealed class ParserOutageTests
{
    private static readonly ResumeImportOptions Options = new()
    {
        ParserRetryDelay = TimeSpan.FromSeconds(5),
        MaxParserOutage = TimeSpan.FromHours(1),
    };

    [Theory]
    [InlineData(0, null, 5, "it was the first try")]
    [InlineData(20, null, 20, "it waits as long as it has waited")]
    [InlineData(20, 0, 20, "the parser hopes to be back at once")]
    [InlineData(20, 120, 120, "the parser asks for more")]
    [InlineData(20, 86_400, 300, "the parser asks for too much")]
    [InlineData(3_599, null, 300, "the outage is long")]
    [InlineData(-30, null, 5, "the clocks of two servers differ")]
    public void It_waits_longer_with_every_try_up_to_a_limit(int waited, int? retryAfter, int expected, string why)
    {
        var asked = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;

        var delay = ParserOutage.DelayAfter(TimeSpan.FromSeconds(waited), asked, Options);

        Assert.True(delay == TimeSpan.FromSeconds(expected), $"{delay}: {why}");
    }

    [Fact]
    public void In_the_end_it_is_given_up() =>
        Assert.Null(ParserOutage.DelayAfter(Options.MaxParserOutage, null, Options));
}
