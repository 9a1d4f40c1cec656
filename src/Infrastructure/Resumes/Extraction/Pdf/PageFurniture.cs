using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>Drops page numbers, which would otherwise stand in the middle of a section.</summary>
internal static partial class PageFurniture
{
    public static IEnumerable<ResumeLine> Remove(IEnumerable<ResumeLine> lines) =>
        lines.Where(line => !PageNumber().IsMatch(line.Text) && !(line.Text.Length <= MaxFooter && Footer().IsMatch(line.Text)));

    private const int MaxFooter = 120;

    // "Jane Doe – page 1", "© European Union | Page 1 / 2"
    [GeneratedRegex(@"(?:^|[\s·|–-])(?:page|seite|página|pagina)\s+\d{1,2}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,2})?\W*$|^©", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^\W*(?:page|seite|página|pagina|p\.)\s*\d{1,2}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,2})?\W*$|^\s*\d{1,2}\s*(?:/|of|von|de)\s*\d{1,2}\s*$|^\s*[-–]\s*\d{1,2}\s*[-–]\s*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PageNumber();
}
