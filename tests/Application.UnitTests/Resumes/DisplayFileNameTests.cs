using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;

namespace HotGigs.Application.UnitTests.Resumes;

public sealed class DisplayFileNameTests
{
    [Theory]
    [InlineData("Ada Lovelace.pdf")]
    [InlineData("Lebenslauf Jürgen Müller (2026).docx")]
    [InlineData("履歴書.pdf")]
    [InlineData("résumé, final_v2.txt")]
    public void A_harmless_name_stays_as_it_is(string name) => Assert.Equal(name, DisplayFileName.Clean(name));

    [Theory]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("../../ada.pdf", "ada.pdf")]
    [InlineData(@"..\..\ada.pdf", "ada.pdf")]
    [InlineData(@"C:\Users\ada\cv.pdf", "cv.pdf")]
    [InlineData(@"C:/mixed\up/cv.pdf", "cv.pdf")]
    public void Folders_are_dropped(string name, string clean) => Assert.Equal(clean, DisplayFileName.Clean(name));

    [Theory]
    [InlineData("ada\r\nSet-Cookie: x.pdf", "adaSet-Cookie x.pdf")]
    [InlineData("ada\0.pdf", "ada.pdf")]
    [InlineData("a\tb\u0085c\u001b[31m.pdf", "abc[31m.pdf")]
    [InlineData("\"a\"<b>|c:d*e?.pdf", "abcde.pdf")]
    public void What_breaks_headers_terminals_and_file_systems_is_dropped(string name, string clean) =>
        Assert.Equal(clean, DisplayFileName.Clean(name));

    [Theory]
    [InlineData("cv\u202Efdp.exe", "cvfdp.exe")]
    [InlineData("cv\u2066\u2069\u200F.pdf", "cv.pdf")]
    [InlineData("c\u200Bv\uFEFF.pdf", "cv.pdf")]
    public void What_makes_a_name_look_like_another_is_dropped(string name, string clean) =>
        Assert.Equal(clean, DisplayFileName.Clean(name));

    [Fact]
    public void What_is_half_a_character_or_a_picture_is_dropped()
    {
        Assert.Equal("ada.pdf", DisplayFileName.Clean("ada\uD83D.pdf"));
        Assert.Equal("ada.pdf", DisplayFileName.Clean("ada\uD83D\uDE00.pdf"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("folder/")]
    [InlineData("\u202E\u0000")]
    public void Where_nothing_is_left_it_is_called_resume(string? name) => Assert.Equal("resume", DisplayFileName.Clean(name));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_extension()
    {
        var clean = DisplayFileName.Clean(new string('a', 400) + ".docx");

        Assert.Equal(Resume.MaxFileNameLength, clean.Length);
        Assert.EndsWith("a.docx", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_extension_is_none() =>
        Assert.Equal("a." + new string('x', 253), DisplayFileName.Clean("a." + new string('x', 400)));

    [Fact]
    public void A_clean_name_is_cleaned_to_itself() => Assert.All(
        ["../../a\u202Eb.pdf", new string('é', 400) + ".pdf", " . x . "],
        name => Assert.Equal(DisplayFileName.Clean(name), DisplayFileName.Clean(DisplayFileName.Clean(name))));
}
