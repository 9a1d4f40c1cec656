using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>
/// How the headings of one document look. Where they stand out from the text, a line that merely reads like
/// a heading ("Research" in a list of interests, "Tools" in a table) does not.
/// </summary>
internal sealed class HeadingStyle
{
    private const double TitleFactor = 1.25;
    private const double LargerFactor = 1.15;

    private readonly double _bodySize;
    private readonly double _headingSize;
    private readonly bool _headingsStandOut;
    private readonly bool _sizeTellsHeadings;

    private HeadingStyle(double bodySize, double headingSize, bool headingsStandOut, bool sizeTellsHeadings)
    {
        _sizeTellsHeadings = sizeTellsHeadings;
        _headingSize = headingSize;
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
        var style = new HeadingStyle(bodySize, headingSize: 0, headingsStandOut: false, sizeTellsHeadings: false);
        var known = lines.Where(line => IsUnmistakable(line.Text)).ToList();
        if (known.Count < 2)
            known = lines.Where(line => IsUnmistakable(line.Text) || (line.FontSize >= LargerFactor * bodySize && IsHinted(line.Text))).ToList();
        var headingSize = known.Select(line => line.FontSize).DefaultIfEmpty().Max();
        return new HeadingStyle(bodySize, headingSize, known.Count >= 2 && known.All(style.StandsOut), TellsHeadings(lines, known, bodySize, headingSize));
    }

    // Where nearly all lines of one size are headings that are known, the others of that size are headings too.
    private static bool TellsHeadings(IReadOnlyList<ResumeLine> lines, List<ResumeLine> known, double bodySize, double headingSize)
    {
        if (known.Count < 2 || headingSize < LargerFactor * bodySize || known.Exists(line => !IsSize(line, headingSize)))
            return false;
        var sized = lines.Where(line => IsSize(line, headingSize) && line.Text.Any(char.IsLetter)).ToList();
        var headings = sized.Count(line => SectionHeadings.KindOf(line.Text) is not null || SectionHeadings.HintOf(line.Text) is not null);
        return 2 * (sized.Count - headings) <= headings;
    }

    private static bool IsSize(ResumeLine line, double size) => Math.Abs(line.FontSize - size) < 0.1;

    /// <summary>Whether a line ends the section before it although nobody knows its wording: it has the size that only headings have.</summary>
    public bool Ends(ResumeLine line) =>
        _sizeTellsHeadings && IsSize(line, _headingSize) && line.Text.Length > 2 && char.IsLetter(line.Text[0]) && !line.Text.Contains('\t')
        && !JobTitles.IsIn(line.Text) && !Organizations.IsCompany(line.Text) && !Organizations.IsSchool(line.Text);

    /// <summary>The kind of section that a line opens, or <c>null</c> where it is not a heading.</summary>
    public SectionKind? Announces(ResumeLine line)
    {
        var standsOut = StandsOut(line);
        // An icon before a heading reads like the mark of a list.
        if (LineCleaner.IsBullet(line.Text) && !IsIconed(line))
            return null;
        if (SectionHeadings.KindOf(line.Text) is { } kind)
            return standsOut || !_headingsStandOut ? kind : null;
        return standsOut && _headingsStandOut && !JobTitles.IsIn(line.Text) ? SectionHeadings.HintOf(line.Text) : null;
    }

    /// <summary>Whether two lines look like one heading that did not fit its column ("Technical" over "Proficiencies").</summary>
    public SectionKind? Announce(ResumeLine first, ResumeLine second) =>
        StandsOut(first) && StandsOut(second) && Math.Abs(first.FontSize - second.FontSize) < 0.1 && first.FontSize > 0
            && !first.Text.Contains('\t') && !second.Text.Contains('\t') && !LineCleaner.IsBullet(second.Text)
            ? SectionHeadings.KindOf($"{first.Text} {second.Text}")
            : null;

    /// <summary>Whether a line is much larger than any heading, as only a name is.</summary>
    public bool IsTitle(ResumeLine line) => _headingSize > 0 && line.FontSize > TitleFactor * Math.Max(_headingSize, _bodySize) && line.Text.Any(char.IsLetter);

    /// <summary>Whether a line is set like the text in a document whose headings are larger.</summary>
    public bool IsTooSmall(ResumeLine line) => _headingSize >= LargerFactor * _bodySize && line.FontSize < LargerFactor * _bodySize && line.FontSize > 0;

    private bool IsIconed(ResumeLine line) =>
        _headingsStandOut && (line.FontSize > _bodySize * 1.08 || line.IsBold) && SectionHeadings.KindOf(line.Text) is not null;

    private static bool IsUnmistakable(string text) =>
        SectionHeadings.KindOf(text) is SectionKind.Experience or SectionKind.Education or SectionKind.Skills;

    // Headings of which only the noun is known count where they are also set like headings.
    private static bool IsHinted(string text) =>
        !text.Contains('\t') && SectionHeadings.HintOf(text) is SectionKind.Experience or SectionKind.Education or SectionKind.Skills;

    /// <summary>Whether a line is bold, larger than the text, or in capitals.</summary>
    public bool StandsOut(ResumeLine line) =>
        line.IsBold || line.FontSize > _bodySize * 1.08 || IsUpperCase(line.Text);

    private static bool IsUpperCase(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);
}
