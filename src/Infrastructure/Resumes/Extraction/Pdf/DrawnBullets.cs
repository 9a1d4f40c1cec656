using UglyToad.PdfPig.Content;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Finds bullets that are drawn as dots rather than written, as browsers do: without them the items of a
/// list look like headings.
/// </summary>
internal static class DrawnBullets
{
    private const double MinSize = 1.5;
    private const double MaxSize = 7;
    private const double MaxDistance = 20;
    private const int MaxPaths = 5_000;

    /// <summary>A bullet for each dot that stands at half the height of a line, just before it.</summary>
    public static List<Glyph> Of(Page page, IReadOnlyList<Glyph> text)
    {
        var bullets = new List<Glyph>();
        foreach (var path in page.Paths.Take(MaxPaths))
        {
            if (!path.IsFilled || path.GetBoundingRectangle() is not { } box)
                continue;
            if (box.Width is < MinSize or > MaxSize || box.Height is < MinSize or > MaxSize || Math.Abs(box.Width - box.Height) > 1)
                continue;
            var middle = (box.Top + box.Bottom) / 2;
            var next = text.Where(glyph => !glyph.IsBlank && glyph.Left > box.Right && glyph.Left - box.Right < MaxDistance && IsLevel(glyph, middle));
            if (next.Any())
            {
                var glyph = next.MinBy(candidate => candidate.Left);
                bullets.Add(new Glyph("•", glyph.Left - (0.6 * glyph.Size), glyph.Left - (0.3 * glyph.Size), glyph.Baseline, glyph.Size, IsBold: false));
            }
        }
        return bullets;
    }

    private static bool IsLevel(Glyph glyph, double y) => Math.Abs(glyph.Baseline + (0.3 * glyph.Size) - y) < 0.25 * glyph.Size;
}
