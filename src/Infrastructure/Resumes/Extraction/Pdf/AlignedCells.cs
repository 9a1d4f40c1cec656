using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Splits rows at gaps that are hardly wider than a blank, where several rows have theirs at the same place: a
/// narrow column of dates or labels beside the text.
/// </summary>
internal static class AlignedCells
{
    // A blank is a quarter of an em, in justified text up to half of one; all in ems.
    private const double Gap = 0.45;
    private const int MinRows = 4;
    // A period before the gap says as much as another row.
    private const int MinDatedRows = 2;
    private const int LongestPeriod = 40;
    private const double Tolerance = 1;
    // Of the rows between the first and the last one, how many may go on across the place.
    private const double MaxCrossing = 0.15;

    /// <param name="rows">The parts of each row, from top to bottom; the glyphs of a part from left to right.</param>
    public static IEnumerable<List<List<Glyph>>> Split(List<List<List<Glyph>>> rows)
    {
        var edges = Edges(rows);
        return edges.Count == 0 ? rows : rows.Select(row => row.SelectMany(part => Split(part, edges)).ToList());
    }

    private static List<double> Edges(List<List<List<Glyph>>> rows)
    {
        var places = rows
            .SelectMany((row, index) => row.SelectMany(part => Places(part).Select(left => (Left: left, Row: index, Part: part))))
            .OrderBy(place => place.Left)
            .ToList();
        var edges = new List<double>();
        for (var i = 0; i < places.Count;)
        {
            var first = places[i].Left;
            var here = places.Skip(i).TakeWhile(place => place.Left - first <= Tolerance).ToList();
            var group = here.Select(place => place.Row).Distinct().Order().ToList();
            var isEdge = group.Count >= MinRows || (group.Count >= MinDatedRows && here.Count(place => IsDated(place.Part, place.Left)) >= MinDatedRows);
            if (isEdge && Crossing(rows[group[0]..(group[^1] + 1)], first) <= MaxCrossing * (group[^1] - group[0] + 1))
                edges.Add(first);
            i += here.Count;
        }
        return edges;
    }

    private static bool IsDated(List<Glyph> part, double edge)
    {
        var before = part.TakeWhile(glyph => glyph.Left < edge).ToList();
        return before.Count < LongestPeriod && before.Exists(glyph => glyph.Text.Length > 0 && char.IsAsciiDigit(glyph.Text[0]))
            && TextSegment.Of(before).Text is var text && (DateRangeReader.IsDate(text) || WrappedPeriods.IsHalf(text));
    }

    // Where a glyph follows a gap within a part.
    private static IEnumerable<double> Places(List<Glyph> part)
    {
        Glyph? last = null;
        foreach (var glyph in part.Where(glyph => !glyph.IsBlank))
        {
            if (last is { } before && glyph.Left - before.Right > Gap * glyph.Size)
                yield return glyph.Left;
            last = glyph;
        }
    }

    private static int Crossing(List<List<List<Glyph>>> rows, double x) => rows.Count(row => row.Exists(part =>
        part[0].Left < x - Tolerance && part[^1].Right > x + Tolerance && !Places(part).Any(place => Math.Abs(place - x) <= Tolerance)));

    private static IEnumerable<List<Glyph>> Split(List<Glyph> part, List<double> edges)
    {
        var cuts = Places(part).Where(place => edges.Exists(edge => place >= edge && place - edge <= Tolerance)).ToList();
        List<Glyph> cell = [];
        foreach (var glyph in part)
        {
            if (cell.Count > 0 && !glyph.IsBlank && cuts.Contains(glyph.Left))
            {
                yield return cell;
                cell = [];
            }
            if (cell.Count > 0 || !glyph.IsBlank)
                cell.Add(glyph);
        }
        if (cell.Count > 0)
            yield return cell;
    }
}
