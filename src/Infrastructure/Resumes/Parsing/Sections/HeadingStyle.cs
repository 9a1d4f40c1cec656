using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>
/// How the headings of one document look. Where they stand out from the text, a line that merely reads like
/// a heading ("Research" in a list of interests, "Tools" in a table) does not.
/// </summary>
internal sealed class HeadingStyle
{
    private readonly double _bodySize;
    private readonly bool _headingsStandOut;

    private HeadingStyle(double bodySize, bool headingsStandOut)
    {
        _bodySize = bodySize;
        _headingsStandOut = headingsStandOut;
    }

    public static HeadingStyle Of(IReadOnlyList<ResumeLine> lines)
    {
        var bodySize = lines
            .Where(line => line.FontSize > 0)
            .GroupBy(line => Math.Round(line.FontSize, 1))
            .Select(group => (Size: group.Key, Letters: group.Sum(line => line.Text.Length)))
            .OrderByDescending(group => group.Letters)
            .FirstOrDefault().Size;
        var style = new HeadingStyle(bodySize, headingsStandOut: false);
        var known = lines.Where(line => IsUnmistakable(line.Text)).ToList();
        return new HeadingStyle(bodySize, known.Count >= 2 && known.All(style.StandsOut));
    }

    /// <summary>The kind of section that a line opens, or <c>null</c> where it is not a heading.</summary>
    public SectionKind? Announces(ResumeLine line)
    {
        if (LineCleaner.IsBullet(line.Text))
            return null;
        var standsOut = StandsOut(line);
        if (SectionHeadings.KindOf(line.Text) is { } kind)
            return standsOut || !_headingsStandOut ? kind : null;
        return standsOut && _headingsStandOut && !JobTitles.IsIn(line.Text) ? SectionHeadings.HintOf(line.Text) : null;
    }

    private static bool IsUnmistakable(string text) =>
        SectionHeadings.KindOf(text) is SectionKind.Experience or SectionKind.Education or SectionKind.Skills;

    /// <summary>Whether a line is bold, larger than the text, or in capitals.</summary>
    public bool StandsOut(ResumeLine line) =>
        line.IsBold || line.FontSize > _bodySize * 1.08 || IsUpperCase(line.Text);

    private static bool IsUpperCase(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);
}
