using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>
/// Gives a raw line the form that <see cref="Application.Resumes.ResumeLine"/> promises: composed accents, no
/// ligatures or invisible characters, one kind of bullet, single spaces, tabs only between cells.
/// </summary>
internal static partial class LineCleaner
{
    /// <summary>The mark that every kind of list item starts with once its line is clean.</summary>
    public const string Bullet = "• ";

    // Includes the private-use positions at which Wingdings and Symbol keep theirs.
    private const string BulletCharacters = "•‣◦▪▫●○■□◆◇►▶➢➤✓✔✦❖∙⁃·\uF0B7\uF0A7\uF0D8\uF076\uF0FC";
    private const string DashBullets = "-–—*+";

    private static readonly SearchValues<char> Bullets = SearchValues.Create(BulletCharacters);

    public static string Clean(string raw)
    {
        var text = Leader().Replace(Emoji().Replace(CanonicalCharacters.Compose(raw), " "), "\t");
        var result = new StringBuilder(text.Length + 2);
        var rest = text.AsSpan().TrimStart();
        if (StartsWithBullet(rest))
        {
            result.Append(Bullet);
            rest = rest[1..].TrimStart();
        }

        foreach (var character in rest)
            Append(result, character);
        return result.ToString().TrimEnd(' ', '\t');
    }

    public static bool IsBullet(string line) => line.StartsWith(Bullet, StringComparison.Ordinal);

    /// <summary>The text of a line without the mark of a list item.</summary>
    public static string WithoutBullet(string line) => IsBullet(line) ? line[Bullet.Length..] : line;

    private static bool StartsWithBullet(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
            return false;
        return Bullets.Contains(line[0])
            || (DashBullets.Contains(line[0]) && char.IsWhiteSpace(line[1]) && line[1..].TrimStart().Length > 1)
            || (line[0] == 'o' && line[1] is ' ' or '\t' && line.Length > 3 && char.IsUpper(line[1..].TrimStart()[0]));
    }

    private static void Append(StringBuilder result, char character)
    {
        switch (character)
        {
            case '\t':
                AppendTab(result);
                break;
            // The positions of TeX's T1 encoding, which its documents keep where a font names no characters.
            case '\u0015': result.Append('–'); break;
            case '\u0016': result.Append('—'); break;
            case '\u001B': result.Append("ff"); break;
            case '\u001C': result.Append("fi"); break;
            case '\u001D': result.Append("fl"); break;
            case '\u001E': result.Append("ffi"); break;
            case '\u001F': result.Append("ffl"); break;
            case 'ﬀ': result.Append("ff"); break;
            case 'ﬁ': result.Append("fi"); break;
            case 'ﬂ': result.Append("fl"); break;
            case 'ﬃ': result.Append("ffi"); break;
            case 'ﬄ': result.Append("ffl"); break;
            case 'ﬅ' or 'ﬆ': result.Append("st"); break;
            case '\u2010' or '\u2011': result.Append('-'); break;
            case '\u2012' or '\u2015': result.Append('–'); break;
            case >= '\uFF01' and <= '\uFF5E': result.Append((char)(character - 0xFEE0)); break;
            default:
                if (IsBlank(character))
                    AppendSpace(result);
                else if (!IsInvisible(character))
                    result.Append(KangxiRadicals.Ideograph(character));
                break;
        }
    }

    private static void AppendTab(StringBuilder result)
    {
        while (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        if (result.Length > 0 && result[^1] is not ('\t' or '•'))
            result.Append('\t');
        else if (result.Length == 1)
            result.Append(' ');
    }

    private static void AppendSpace(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] is not (' ' or '\t'))
            result.Append(' ');
    }

    // Icon fonts live in the private use area: an icon separates words, but is none.
    private static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || character is >= '\uE000' and <= '\uF8FF' or '\uFFFD';

    // "Acme ------- Boston": rows of dots or dashes lead the eye to the next cell.
    [GeneratedRegex(@"(?<=\S)\s*(?:-{4,}|\.{4,}|_{4,}|…{2,})\s*(?=\w)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Leader();

    // Pictures of telephones and houses, which stand for labels.
    [GeneratedRegex(@"[\uD83C-\uD83E][\uDC00-\uDFFF]|[\u2600-\u26FF\u2706\u2709\u270E\u270F\u2302]\uFE0F?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Emoji();

    private static bool IsInvisible(char character) =>
        char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
