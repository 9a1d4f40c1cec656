using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>
/// Takes the marks of a list off the headings of positions, where a resume writes positions as items of a list. One
/// alone may be a description; what every position has is its heading.
/// </summary>
internal static class MarkedHeadings
{
    /// <param name="lines">A section.</param>
    /// <param name="anchors">Indices of the lines that hold the periods of positions.</param>
    public static IReadOnlyList<ResumeLine> Unmark(IReadOnlyList<ResumeLine> lines, IReadOnlyList<int> anchors)
    {
        if (anchors.Count < 2)
            return lines;
        if (anchors.All(anchor => !LineCleaner.IsBullet(lines[anchor].Text) && IsMarkedHeading(lines, anchor - 1)))
            return Without(lines, anchors.Select(anchor => anchor - 1));
        if (anchors.All(anchor => LineCleaner.IsBullet(lines[anchor].Text) && IsMarkedHeading(lines, anchor + 1) && !anchors.Contains(anchor + 1)))
            return Without(lines, anchors.Concat(anchors.Select(anchor => anchor + 1)));
        return lines;
    }

    private static bool IsMarkedHeading(IReadOnlyList<ResumeLine> lines, int index) =>
        index >= 0 && index < lines.Count && LineCleaner.IsBullet(lines[index].Text)
        && Unmarked(lines[index]) is var bare
        && HeaderLine.Fits(bare) && DateRangeReader.Find(bare.Text) is null;

    private static List<ResumeLine> Without(IReadOnlyList<ResumeLine> lines, IEnumerable<int> marked)
    {
        var headings = marked.ToHashSet();
        return [.. lines.Select((line, index) => headings.Contains(index) ? Unmarked(line) : line)];
    }

    private static ResumeLine Unmarked(ResumeLine line) => line with { Text = LineCleaner.WithoutBullet(line.Text).TrimEnd(':') };
}
