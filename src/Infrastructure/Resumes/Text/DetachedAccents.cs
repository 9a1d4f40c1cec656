using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>
/// Puts accents that a font sets as letters of their own back on the letters that bear them: "Elsab´e", "Mu¨nchen",
/// "fran¸cais".
/// </summary>
internal sealed partial class DetachedAccents
{
    private static readonly SearchValues<char> Accents = SearchValues.Create("´`¨ˆ˜ˇ¸");

    private readonly bool isApostrophe;

    private DetachedAccents(bool isApostrophe) => this.isApostrophe = isApostrophe;

    /// <summary>Learns from a whole document what "´" is in it: many type it for the apostrophe of "l´offre".</summary>
    public static DetachedAccents Of(IEnumerable<string> lines) =>
        new(!lines.Any(line => Apostrophe().IsMatch(line) || Accent().IsMatch(line)));

    /// <summary>A line with its accents on their letters.</summary>
    public string Attach(string line)
    {
        if (!line.AsSpan().ContainsAny(Accents))
            return line;
        var elided = isApostrophe ? Elision().Replace(line, "’") : line;
        return Detached().Replace(elided, match => Compose(match.Groups["before"].Value, match.Groups["accent"].Value[0], match.Groups["after"].Value));
    }

    // TeX sets the accent first; where the letter behind cannot bear it, the one in front does.
    private static string Compose(string before, char accent, string after)
    {
        if (Bears(after, accent) is { } letter)
            return before + letter;
        return Bears(before, accent) is { } earlier ? earlier + after : $"{before}{accent}{after}";
    }

    private static string? Bears(string letter, char accent)
    {
        if (letter.Length == 0 || (accent is '¨' or '`' or 'ˆ' && !"aeiouyAEIOUY".Contains(letter[0])))
            return null;
        var composed = $"{letter}{CombiningMark(accent)}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? composed : null;
    }

    private static char CombiningMark(char accent) => accent switch
    {
        '´' => '\u0301',
        '`' => '\u0300',
        'ˆ' => '\u0302',
        '˜' => '\u0303',
        '¨' => '\u0308',
        '¸' => '\u0327',
        _ => '\u030C',
    };

    [GeneratedRegex(@"\p{L}['’]\p{L}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Apostrophe();

    // Where no apostrophe can stand, it is an accent: inside of a word, and behind letters that nobody elides.
    [GeneratedRegex(@"(?<=\p{L}\p{L})(?<!qu)´[aeiou]|(?<!\p{L})[^\W\d_dljmtsnc]´[aeiou]|\p{L}[¨¸]|[¨¸]\p{L}", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Accent();

    [GeneratedRegex(@"(?<=(?<!\p{L})[dljmtsnc]|qu)´(?=\p{L})", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Elision();

    // A grave accent may also be the quote of programmers: it counts within a word and on French "à" alone.
    [GeneratedRegex(@"(?<before>\p{L}?)(?:(?<accent>[´¨ˆ˜ˇ¸])(?<after>\p{L}?)|(?<accent>`)(?<after>(?<=\p{L}`)[aeiou]|[aA](?!\p{L}|`)))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Detached();
}
