using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>
/// Cuts an experience section into positions. Their periods are the anchors; how many lines stand above a
/// period is learnt from the first position, where nothing else can stand above it.
/// </summary>
internal static partial class EntrySplitter
{
    private const int MaxLead = 3;
    private const int MaxAnchorRest = 110;
    private const double LargerFactor = 1.1;

    public static IReadOnlyList<ExperienceEntry> Split(IReadOnlyList<ResumeLine> lines)
    {
        var anchors = Anchors(lines, line => !LineCleaner.IsBullet(line.Text) || DateRangeReader.IsDate(LineCleaner.WithoutBullet(line.Text)));
        if (anchors.Count == 0)
            anchors = Anchors(lines, _ => true);
        if (anchors.Count == 0)
            anchors = TitleLines(lines);
        return anchors.Count == 0 ? [] : Entries(MarkedHeadings.Unmark(lines, [.. anchors.Select(anchor => anchor.Index)]), anchors);
    }

    private static List<Anchor> Anchors(IReadOnlyList<ResumeLine> lines, Func<ResumeLine, bool> filter)
    {
        var anchors = new List<Anchor>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (filter(lines[i]) && !(anchors.Count > 0 && ProjectLabel().IsMatch(lines[i].Text)) && FindPeriod(lines[i].Text) is { } match)
                anchors.Add(new Anchor(i, lines[i] with { Text = match.Remove(lines[i].Text) }, match.Range));
        }
        return anchors;
    }

    private static DateMatch? FindPeriod(string text)
    {
        if (DateRangeReader.FindRange(text) is { } range)
            return IsSetOff(text, range) && range.Remove(text) is var rest && rest.Length <= MaxAnchorRest && !IsSentence(rest) ? range : null;
        // A single date is a period only where it is set off like one: "Summer intern, Acme  (2015)".
        return DateRangeReader.FindSingle(text) is { } single && IsCell(text, single) && !IsSentence(text) ? single : null;
    }

    private static bool IsSetOff(string text, DateMatch match) =>
        IsAtEdge(text, match) || (match.Index > 0 && text[match.Index - 1] is '\t' or '|' or '(' or ',') || text[..match.Index].TrimEnd().EndsWith('|');

    private static bool IsAtEdge(string text, DateMatch match) =>
        text[..match.Index].Trim(' ', '•', '(', '[').Length == 0
        || DateRangeReader.WithoutDuration(text[(match.Index + match.Length)..]).Trim(' ', ')', ']', '.', ',').Length == 0
        || DateRangeReader.AfterDuration(text[(match.Index + match.Length)..].TrimStart(' ')).TrimStart(' ', ')', ']').StartsWith('\t')
        || text[(match.Index + match.Length)..].TrimStart(' ', ')', ']').StartsWith('|');

    private static bool IsCell(string text, DateMatch match)
    {
        var before = text[..match.Index].TrimEnd(' ');
        var after = DateRangeReader.AfterDuration(text[(match.Index + match.Length)..].TrimStart(' ')).TrimStart(' ');
        var opens = before.Length == 0 || before[^1] is '\t' or '(' or '|' or ',' or '–' or '—' or '-' or '•';
        var closes = after.Length == 0 || after[0] is '\t' or ')' or '|' or ':' || (before.Length == 0 && after[0] is ',' or '–' or '—' or '-');
        return opens && closes;
    }

    private static bool IsSentence(string text) => text.EndsWith('.') && text.Split(' ').Length > 9;

    private static List<Anchor> TitleLines(IReadOnlyList<ResumeLine> lines) => lines
        .Select((line, index) => new Anchor(index, line, null))
        .Where(anchor => HeaderLine.Fits(anchor.Rest) && JobTitles.IsIn(anchor.Rest.Text))
        .ToList();

    private static List<ExperienceEntry> Entries(IReadOnlyList<ResumeLine> lines, List<Anchor> anchors)
    {
        var (first, start) = LeadBefore(lines, 0, anchors[0].Index, MaxLead, style: null);
        var starts = new List<int> { start };
        for (var i = 1; i < anchors.Count; i++)
            starts.Add(LeadBefore(lines, anchors[i - 1].Index + 1, anchors[i].Index, first.Count, first.Count > 0 ? first[0] : null).Start);
        return anchors.Select((anchor, i) => new ExperienceEntry(
            Slice(lines, starts[i], anchor.Index),
            anchor.Rest,
            anchor.Period,
            Slice(lines, anchor.Index + 1, i + 1 < anchors.Count ? starts[i + 1] : lines.Count))).ToList();
    }

    private static (List<ResumeLine> Lead, int Start) LeadBefore(IReadOnlyList<ResumeLine> lines, int from, int anchor, int max, ResumeLine? style)
    {
        var isAlone = DateRangeReader.IsDate(lines[anchor].Text);
        var lead = new List<ResumeLine>();
        var start = anchor;
        for (var i = anchor - 1; i >= from && lead.Count < max; i--)
        {
            // Where lines are set far apart, a gap may stand within a heading: it is complete with the line that looks like one.
            if (lines[i].Text.Length == 0 && style is { IsBold: true } && !lead.Exists(line => line.IsBold))
                continue;
            var line = WithoutMark(lines[i], lines[anchor]);
            if (!HeaderLine.Fits(line))
                break;
            // Where the headings of positions are bold, a plain line above a period belongs to the position before.
            // A period on a line of its own needs the lines above it, however they look.
            var isComplete = lead.Exists(line => line.IsBold) || (lead.Count + 1 == max && !isAlone);
            if (style is { IsBold: true } && !line.IsBold && isComplete)
                break;
            lead.Insert(0, line);
            start = i;
        }
        return (lead, start);
    }

    // Some mark the headings of positions like items of a list; they are larger than the text all the same.
    private static ResumeLine WithoutMark(ResumeLine line, ResumeLine anchor) =>
        line.FontSize > LargerFactor * anchor.FontSize && anchor.FontSize > 0 ? line with { Text = LineCleaner.WithoutBullet(line.Text) } : line;

    private static List<ResumeLine> Slice(IReadOnlyList<ResumeLine> lines, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Select(i => lines[i]).ToList();

    // "Project: Billing (2019 – 2020)" below a position is a part of it.
    [GeneratedRegex(@"^(?:• )?(?:(?:key|selected|main)\s)?(?:projects?|projekte?|projets?|proyectos?|progett[oi]|projetos?)\s*\d{0,2}(?:\s*:|\s[–-]\s)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex ProjectLabel();

    private sealed record Anchor(int Index, ResumeLine Rest, DateRange? Period);
}
