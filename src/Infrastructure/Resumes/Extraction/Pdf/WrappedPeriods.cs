using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Rejoins a period that a narrow date column breaks in two: "03/2017 –" beside the title, "present" beside
/// the company. Labels that are broken in two are rejoined as well.
/// </summary>
internal static class WrappedPeriods
{
    private const double AlignmentTolerance = 3;
    private const double MaxPitch = 1.5;
    private const int MaxHalf = 25;

    private static readonly string[] Openings = ["–", "-", "—", " to", " bis", " à", " au", " a", " hasta", " until"];

    /// <param name="rows">Rows from top to bottom, their cells from left to right; changed in place.</param>
    public static void Rejoin(List<List<TextSegment>> rows)
    {
        for (var i = 0; i + 1 < rows.Count; i++)
        {
            var (first, second) = (rows[i][0], rows[i + 1][0]);
            if (JoinLabel(rows, i))
                continue;
            if (!IsSameColumn(first, second) || DateRangeReader.FindRange(first.Text) is not null)
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

    // In a margin that is set flush right, "Machine" above "Learning" is one label beside its text.
    private static bool JoinLabel(List<List<TextSegment>> rows, int i)
    {
        var (row, next) = (rows[i], rows[i + 1]);
        if (row.Count != 2 || next.Count != 1 || next[0].Right > row[1].Left || row[0].Baseline - next[0].Baseline > MaxPitch * next[0].Size)
            return false;
        if (Math.Abs(row[0].Right - next[0].Right) > AlignmentTolerance || Math.Abs(row[0].Left - next[0].Left) < AlignmentTolerance)
            return false;
        row[0] = row[0] with { Text = $"{row[0].Text} {next[0].Text}" };
        rows.RemoveAt(i + 1);
        return true;
    }

    private static bool IsSameColumn(TextSegment first, TextSegment second) =>
        Math.Abs(first.Left - second.Left) <= AlignmentTolerance || Math.Abs(first.Right - second.Right) <= AlignmentTolerance;

    /// <summary>Whether a text is the first or the second line of a period that was broken in two.</summary>
    public static bool IsHalf(string text) =>
        (EndsOpen(text) && text.Length <= MaxHalf && DateRangeReader.FindSingle(text) is not null) || (StartsOpen(text) && DateRangeReader.IsDate(text[1..]));

    private static bool StartsOpen(string text) => text.Length > 1 && text[0] is '–' or '-' or '—';

    private static bool EndsOpen(string text) => Array.Exists(Openings, opening => text.EndsWith(opening, StringComparison.OrdinalIgnoreCase));
}
