namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>Groups the glyphs of a page into rows of equal baseline and splits each row at its wide gaps.</summary>
internal static class TextRows
{
    // Two columns are seldom closer than this, words seldom farther apart; both in ems.
    private const double WideGap = 1.0;
    private const double BaselineTolerance = 0.3;
    private const double DifferentSize = 1.4;

    /// <summary>The segments of a page from top to bottom and, within a row, from left to right.</summary>
    public static List<TextSegment> Of(IEnumerable<Glyph> glyphs)
    {
        var rows = Rows(glyphs).Select(row => Split(row).ToList()).ToList();
        return AlignedCells.Split(rows).SelectMany(row => row).Select(TextSegment.Of).ToList();
    }

    private static IEnumerable<List<Glyph>> Rows(IEnumerable<Glyph> glyphs)
    {
        List<Glyph> row = [];
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Baseline))
        {
            if (row.Count > 0 && row[0].Baseline - glyph.Baseline > BaselineTolerance * Math.Min(row[0].Size, glyph.Size))
            {
                yield return row;
                row = [];
            }
            row.Add(glyph);
        }
        if (row.Count > 0)
            yield return row;
    }

    private static IEnumerable<List<Glyph>> Split(List<Glyph> row)
    {
        List<Glyph> part = [];
        foreach (var glyph in WithoutDoubles(row.OrderBy(glyph => glyph.Left)))
        {
            if (part.Count > 0 && glyph.Left - LastInk(part) > WideGap * Measure(glyph, part[^1]) + Spacing(part))
            {
                yield return part;
                part = [];
            }
            // Leading blanks belong to the gap, not to the text.
            if (part.Count > 0 || !glyph.IsBlank)
                part.Add(glyph);
        }
        if (part.Count > 0)
            yield return part;
    }

    // Beside a large name stands a small address, and the gap between them is one of the small text.
    private static double Measure(Glyph one, Glyph other) =>
        Math.Max(one.Size, other.Size) > DifferentSize * Math.Min(one.Size, other.Size) ? Math.Min(one.Size, other.Size) : Math.Max(one.Size, other.Size);

    // Blanks may fill a wide gap; it is the ink that counts.
    private static double LastInk(List<Glyph> part) => part.FindLast(glyph => !glyph.IsBlank).Right;

    // Letter spacing widens the gap between words as well.
    private static double Spacing(List<Glyph> part) =>
        part.Count > 1 && !part[0].IsBlank && !part[1].IsBlank ? 2 * Math.Max(0, part[1].Left - part[0].Right) : 0;

    // Some producers draw a letter twice, a hair apart, to make it look bold.
    private static IEnumerable<Glyph> WithoutDoubles(IEnumerable<Glyph> row)
    {
        Glyph? last = null;
        foreach (var glyph in row)
        {
            if (last is { } previous && previous.Text == glyph.Text && glyph.Left - previous.Left < 0.1 * glyph.Size)
                continue;
            last = glyph;
            yield return glyph;
        }
    }
}
