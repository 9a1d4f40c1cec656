using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Rejoins a period that a narrow date column breaks in two: "03/2017 –" beside the title, "present" beside
/// the company.
/// </summary>
internal static class WrappedPeriods
{
    private const double AlignmentTolerance = 3;

    /// <param name="rows">Rows from top to bottom, their cells from left to right; changed in place.</param>
    public static void Rejoin(List<List<TextSegment>> rows)
    {
        for (var i = 0; i + 1 < rows.Count; i++)
        {
            var (first, second) = (rows[i][0], rows[i + 1][0]);
            if (Math.Abs(first.Left - second.Left) > AlignmentTolerance || !EndsOpen(first.Text))
                continue;
            var joined = $"{first.Text} {second.Text}";
            if (DateRangeReader.FindRange(joined) is null || !DateRangeReader.IsDate(joined))
                continue;
            rows[i][0] = first with { Text = joined };
            rows[i + 1].RemoveAt(0);
            if (rows[i + 1].Count == 0)
                rows.RemoveAt(i + 1);
        }
    }

    private static bool EndsOpen(string text) =>
        text.EndsWith('–') || text.EndsWith('-') || text.EndsWith('—') || text.EndsWith(" to", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" bis", StringComparison.OrdinalIgnoreCase);
}
