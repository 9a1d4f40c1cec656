using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>Decides whether a table row is read across (a row of data) or cell after cell (columns of a layout).</summary>
internal static class TableRowLines
{
    // "Title, company" beside "dates, place" is still a row of data.
    private const int MaxAcross = 3;

    /// <param name="cells">The lines of each cell that has any.</param>
    public static IEnumerable<ResumeLine> Of(IReadOnlyList<IReadOnlyList<ResumeLine>> cells)
    {
        var tall = cells.Count(cell => cell.Count > 1);
        var height = cells.Count == 0 ? 0 : cells.Max(cell => cell.Count);
        if (tall > 1 && height > MaxAcross)
            return cells.SelectMany(cell => cell.Append(new ResumeLine("")));
        return Enumerable.Range(0, height).Select(i => Across(cells, i));
    }

    private static ResumeLine Across(IReadOnlyList<IReadOnlyList<ResumeLine>> cells, int index)
    {
        var parts = cells.Where(cell => cell.Count > index).Select(cell => cell[index]).ToList();
        return new ResumeLine(
            string.Join('\t', parts.Select(part => part.Text)),
            parts.Max(part => part.FontSize),
            parts[0].IsBold);
    }
}
