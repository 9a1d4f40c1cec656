using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>Turns the segments of one column into lines: one per row, with a gap where the row distance grows.</summary>
internal static class RowLines
{
    // Text of different sizes in one row need not stand on one line exactly; in ems of the smaller one.
    private const double RowTolerance = 0.3;
    private const double DifferentSize = 1.5;
    private const double GapFactor = 1.45;

    public static List<ResumeLine> Of(IReadOnlyList<TextSegment> segments)
    {
        var rows = Rows(segments);
        var pitch = LinePitch(rows);
        var lines = new List<ResumeLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0 && Distance(rows, i) > GapFactor * Math.Max(pitch, rows[i][0].Size))
                lines.Add(new ResumeLine(""));
            lines.AddRange(BySize(rows[i]).Select(ToLine));
        }
        lines.Add(new ResumeLine(""));
        return lines;
    }

    private static List<List<TextSegment>> Rows(IReadOnlyList<TextSegment> segments)
    {
        var rows = new List<List<TextSegment>>();
        foreach (var segment in segments)
        {
            if (rows.Count > 0 && rows[^1][0].Baseline - segment.Baseline < RowTolerance * Math.Min(rows[^1][0].Size, segment.Size))
                rows[^1].Add(segment);
            else
                rows.Add([segment]);
        }
        foreach (var row in rows)
            row.Sort((one, other) => one.Left.CompareTo(other.Left));
        WrappedPeriods.Rejoin(rows);
        return rows;
    }

    private static double LinePitch(List<List<TextSegment>> rows)
    {
        if (rows.Count < 2)
            return double.MaxValue;
        var distances = Enumerable.Range(1, rows.Count - 1).Select(i => Distance(rows, i)).Order().ToList();
        return distances[distances.Count / 2];
    }

    private static double Distance(List<List<TextSegment>> rows, int i) => rows[i - 1][0].Baseline - rows[i][0].Baseline;

    // A name beside an address is a line of its own.
    private static IEnumerable<List<TextSegment>> BySize(List<TextSegment> row)
    {
        List<TextSegment> part = [];
        foreach (var segment in row)
        {
            if (part.Count > 0 && Math.Max(segment.Size, part[^1].Size) > DifferentSize * Math.Min(segment.Size, part[^1].Size))
            {
                yield return part;
                part = [];
            }
            part.Add(segment);
        }
        yield return part;
    }

    private static ResumeLine ToLine(List<TextSegment> cells)
    {
        var longest = cells.MaxBy(segment => segment.Text.Length)!;
        return new ResumeLine(string.Join('\t', cells.Select(segment => segment.Text)), longest.Size, cells[0].IsBold);
    }
}
