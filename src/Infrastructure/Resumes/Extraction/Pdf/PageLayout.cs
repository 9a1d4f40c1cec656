namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Finds the reading order of a page: what spans the page is read where it stands, columns between such
/// parts one after the other. Works by cutting the page at its longest gutter, and the parts again.
/// </summary>
internal static class PageLayout
{
    private const int MaxDepth = 4;

    public static IReadOnlyList<PageBlock> Read(IReadOnlyList<TextSegment> segments)
    {
        var blocks = new List<PageBlock>();
        Read(segments, blocks, isSidebar: false, depth: 0);
        return blocks;
    }

    private static void Read(IReadOnlyList<TextSegment> segments, List<PageBlock> blocks, bool isSidebar, int depth)
    {
        if (segments.Count == 0)
            return;
        if (depth == MaxDepth || Gutter.Find(segments) is not { } gutter)
        {
            blocks.Add(new PageBlock(RowLines.Of(segments), isSidebar));
            return;
        }

        var above = segments.Where(segment => segment.Baseline > gutter.Top).ToList();
        var below = segments.Where(segment => segment.Baseline < gutter.Bottom).ToList();
        var left = segments.Where(segment => gutter.Spans(segment) && segment.Left < gutter.X).ToList();
        var right = segments.Where(segment => gutter.Spans(segment) && segment.Left >= gutter.X).ToList();
        var (leftWidth, rightWidth) = (Width(left), Width(right));
        Read(above, blocks, isSidebar, depth + 1);
        Read(left, blocks, isSidebar || IsNarrow(leftWidth, rightWidth), depth + 1);
        Read(right, blocks, isSidebar || IsNarrow(rightWidth, leftWidth), depth + 1);
        Read(below, blocks, isSidebar, depth + 1);
    }

    private static double Width(List<TextSegment> column) =>
        column.Max(segment => segment.Right) - column.Min(segment => segment.Left);

    private static bool IsNarrow(double width, double other) => width < 0.8 * other;
}
