using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Puts the blocks of all pages in one order. The main column of a page continues on the next one; a sidebar
/// must not come between.
/// </summary>
internal static class DocumentFlow
{
    public static IEnumerable<ResumeLine> Order(IReadOnlyList<IReadOnlyList<PageBlock>> pages)
    {
        if (pages.Count == 1 || !pages.Any(page => page.Any(block => block.IsSidebar)))
            return pages.SelectMany(page => page).SelectMany(block => block.Lines);

        var first = pages[0];
        var columns = first.TakeWhile(block => !block.IsSidebar).ToList();
        // The block before a right-hand sidebar is the main column that it stands beside, not a header.
        var hasMainBefore = columns.Count > 0 && columns[^1].Lines.Count > HeaderLines;
        var header = hasMainBefore ? columns[..^1] : columns;
        var all = pages.SelectMany(page => page).Where(block => !header.Contains(block)).ToList();
        return header
            .Concat(all.Where(block => block.IsSidebar))
            .Concat(all.Where(block => !block.IsSidebar))
            .SelectMany(block => block.Lines);
    }

    private const int HeaderLines = 8;
}
