using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Reads plain text and the little Markdown that resumes are written in: headings, emphasis, underlined titles.</summary>
internal static partial class PlainTextExtractor
{
    private const string NotText = "This file is not text. Upload a PDF, a Word document (.docx) or plain text.";
    private const string TooSlow = "Reading this file takes too long. Save it as a PDF and upload that.";

    public static ResumeText Extract(byte[] content)
    {
        try
        {
            return Read(PlainTextDecoder.TryDecode(content) ?? throw new UnreadableResumeException(NotText));
        }
        catch (RegexMatchTimeoutException timeout)
        {
            throw new UnreadableResumeException(TooSlow, timeout);
        }
    }

    private static ResumeText Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', '\f');
        return TextLines.Finish(lines.Select((line, index) => ToLine(line, index + 1 < lines.Length ? lines[index + 1] : "")));
    }

    private static ResumeLine ToLine(string line, string next)
    {
        var isHeading = MarkdownHeading().IsMatch(line) || IsUnderline(next);
        var isStrong = StartsStrong().IsMatch(line);
        var text = MarkdownHeading().Replace(line, "");
        text = Link().Replace(Break().Replace(text, ""), "${text}");
        text = Emphasis().Replace(text, "${text}");
        return new ResumeLine(WideGap().Replace(SpacedLetters.Join(text.Trim()), "\t"), IsBold: isHeading || isStrong);
    }

    private static bool IsUnderline(string line) => line.Length > 2 && line.Trim().All(character => character is '=' or '-');

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"^\s*\*\*[^*]+\*\*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex StartsStrong();

    [GeneratedRegex(@"(?:\\|<br\s*/?>)\s*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Break();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\]\([^()\s]*\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*_])(?<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?<text>[^*_]+)(?<=\S)\k<mark>(?![\w*_])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Emphasis();

    // Whoever lines up a date at the right margin does it with blanks.
    [GeneratedRegex(@"(?<=\S) {3,}(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex WideGap();
}
