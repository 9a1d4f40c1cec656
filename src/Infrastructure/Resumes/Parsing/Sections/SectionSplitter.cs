using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>Cuts a resume at its headings.</summary>
internal static class SectionSplitter
{
    private const int MaxInlineHeading = 30;

    public static IReadOnlyList<Section> Split(IReadOnlyList<ResumeLine> lines)
    {
        var sections = new List<Section>();
        var kind = SectionKind.Header;
        var body = new List<ResumeLine>();
        var style = HeadingStyle.Of(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (kind != SectionKind.Header && style.IsTitle(line))
            {
                // Some repeat it on each page.
                if (lines.Take(i).Any(before => before.Text == line.Text))
                    continue;
                // Beside a sidebar, the main column begins with the name.
                sections.Add(new Section(kind, body));
                (kind, body) = (SectionKind.Header, [line]);
            }
            else if (style.Announces(line) is not SectionKind.Experience and not SectionKind.Education && i + 1 < lines.Count && style.Announce(line, lines[i + 1]) is { } wrapped)
            {
                sections.Add(new Section(kind, body));
                (kind, body) = (wrapped, []);
                i++;
            }
            else if (style.Announces(line) is { } announced && !IsDocumentTitle(line, sections, body))
            {
                sections.Add(new Section(kind, body));
                (kind, body) = (announced, []);
            }
            else if ((MarginHeading(line, style) ?? InlineHeading(line, kind)) is var (inlineKind, content))
            {
                sections.Add(new Section(kind, body));
                (kind, body) = (inlineKind, [line with { Text = content }]);
            }
            else if (kind != SectionKind.Header && body.Count > 0 && style.Ends(line))
            {
                sections.Add(new Section(kind, body));
                (kind, body) = (SectionKind.Other, []);
            }
            else
            {
                body.Add(line);
            }
        }
        sections.Add(new Section(kind, body));
        return sections;
    }

    // Some layouts put the heading in the margin, beside the first line of its section.
    private static (SectionKind Kind, string Content)? MarginHeading(ResumeLine line, HeadingStyle style)
    {
        var edge = line.Text.IndexOf('\t', StringComparison.Ordinal);
        if (edge < 0)
            return null;
        var cell = line with { Text = line.Text[..edge] };
        return style.StandsOut(cell) && !style.IsTooSmall(cell) && SectionHeadings.KindOf(cell.Text) is { } kind ? (kind, line.Text[(edge + 1)..]) : null;
    }

    // "RESUME" at the top is the name of the document; further down it may be French for a summary.
    private static bool IsDocumentTitle(ResumeLine line, List<Section> sections, List<ResumeLine> body) =>
        sections.Count == 0 && body.TrueForAll(before => before.Text.Length == 0)
        && CanonicalCharacters.Fold(line.Text).Trim(' ', ':') == "resume";

    // "Skills: Java, Python" on one line. Within a skills section such labels are groups, not headings.
    private static (SectionKind Kind, string Content)? InlineHeading(ResumeLine line, SectionKind current)
    {
        var colon = line.Text.IndexOfAny([':', '：']);
        if (colon is <= 0 or > MaxInlineHeading || colon == line.Text.Length - 1)
            return null;
        var label = line.Text[..colon];
        if (SectionHeadings.KindOf(label) is not { } kind)
            return null;
        // The items below a degree tell of it: "• Specialization: Machine Learning".
        if (current == SectionKind.Education && LineCleaner.IsBullet(line.Text))
            return null;
        var opens = kind switch
        {
            SectionKind.Skills => current is not (SectionKind.Skills or SectionKind.Experience or SectionKind.Projects),
            SectionKind.Summary or SectionKind.Languages or SectionKind.Certifications => current is not (SectionKind.Experience or SectionKind.Education or SectionKind.Projects or SectionKind.Skills),
            _ => false,
        };
        return opens ? (kind, line.Text[(colon + 1)..].Trim()) : null;
    }
}
