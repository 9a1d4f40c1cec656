using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Text;

/// <summary>Characters that fonts and encodings put in the place of others.</summary>
public sealed class LineCleanerTests
{
    [Theory]
    [InlineData("sta\u001B \u001Cnance \u001Dow o\u001Ece ra\u001Fe", "staff finance flow office raffle")]
    [InlineData("2018 \u0015 2020 \u0016 Acme", "2018 – 2020 — Acme")]
    [InlineData("o\uFB03ce \uFB01nance", "office finance")]
    public void Ligatures_and_dashes_of_TeX_are_written_out(string raw, string expected) => Assert.Equal(expected, LineCleaner.Clean(raw));

    [Fact]
    public void Invisible_characters_go() => Assert.Equal("Jane Doe", LineCleaner.Clean("Ja\u200Bne\u0007 Doe"));
}
