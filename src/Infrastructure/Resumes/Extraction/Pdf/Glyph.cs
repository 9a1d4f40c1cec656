using UglyToad.PdfPig.Content;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>One character on a page, in points from the lower left corner.</summary>
/// <param name="Text">Usually one character; a ligature may stand for several.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public static Glyph Of(Letter letter)
    {
        var left = letter.StartBaseLine.X;
        var right = Math.Max(letter.EndBaseLine.X, left);
        // Some producers give the advance width as zero; then only the drawn shape tells where the letter ends.
        if (right - left < 0.01)
            right = Math.Max(right, letter.BoundingBox.Right);
        return new Glyph(IsIconFont(letter.FontName) ? Icon : letter.Value, left, right, letter.StartBaseLine.Y, letter.PointSize, IsBoldFont(letter));
    }

    // What an icon font calls its pictures are letters to whoever has not the font: a telephone may be an "f".
    private const string Icon = "\uF0B7";

    private static readonly string[] IconFonts = ["awesome", "icon", "wingding", "webding", "marvosym", "fontello", "glyphs"];

    private static bool IsIconFont(string? name) =>
        name is not null && Array.Exists(IconFonts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsBoldFont(Letter letter) =>
        letter.FontDetails.IsBold
        || letter.FontDetails.Weight >= 600
        || (letter.FontName is { } name && (name.Contains("bold", StringComparison.OrdinalIgnoreCase)
            || name.Contains("black", StringComparison.OrdinalIgnoreCase)
            || name.Contains("heavy", StringComparison.OrdinalIgnoreCase)));
}
