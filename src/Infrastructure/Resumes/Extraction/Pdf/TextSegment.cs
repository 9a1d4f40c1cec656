using System.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>A stretch of one row without a wide gap: a whole line of a column, or a cell of a table.</summary>
internal sealed record TextSegment(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    // What begins in bold is headed by it: a company before its plain title, a label before its list.
    private const int BoldLetters = 4;

    // A blank is a quarter of an em in most fonts, and justified text squeezes it.
    private const double WordGap = 0.16;

    /// <summary>Builds a segment from the glyphs of a row, which are sorted from left to right.</summary>
    public static TextSegment Of(IReadOnlyList<Glyph> glyphs)
    {
        var text = new StringBuilder();
        var spacing = LetterSpacing(glyphs);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var isApart = i > 0 && glyphs[i].Left - glyphs[i - 1].Right > WordGap * glyphs[i].Size + spacing;
            if ((isApart || glyphs[i].IsBlank) && text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
            if (!glyphs[i].IsBlank)
                text.Append(glyphs[i].Text);
        }

        var visible = glyphs.Where(glyph => !glyph.IsBlank).ToList();
        return new TextSegment(
            text.ToString().TrimEnd(),
            visible[0].Left,
            visible.Max(glyph => glyph.Right),
            visible[0].Baseline,
            visible.GroupBy(glyph => Math.Round(glyph.Size, 1)).MaxBy(group => group.Count())!.Key,
            visible.Take(BoldLetters).All(glyph => glyph.IsBold) || 2 * visible.Count(glyph => glyph.IsBold) > visible.Count);
    }

    // Designers space out headings; what is usual between the letters of this segment separates no words.
    private static double LetterSpacing(IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count < 4)
            return 0;
        var gaps = new List<double>(glyphs.Count);
        for (var i = 1; i < glyphs.Count; i++)
        {
            if (!glyphs[i].IsBlank && !glyphs[i - 1].IsBlank)
                gaps.Add(glyphs[i].Left - glyphs[i - 1].Right);
        }
        if (gaps.Count < 3)
            return 0;
        gaps.Sort();
        return Math.Max(0, gaps[gaps.Count / 2]);
    }
}
