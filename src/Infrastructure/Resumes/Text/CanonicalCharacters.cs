using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>
/// Composes and strips accents of Latin, Greek and Cyrillic letters. The product runs with invariant
/// globalization, where <see cref="string.Normalize()"/> leaves everything but ASCII as it is.
/// </summary>
internal static class CanonicalCharacters
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed;
    private static readonly FrozenDictionary<char, char> Stripped;

    static CanonicalCharacters()
    {
        // Each line of the Unicode table holds three characters: the composed one, its base and its mark.
        var triples = EmbeddedText.Lines("Text.compositions.txt").ToArray();
        Composed = triples.ToFrozenDictionary(triple => (triple[1], triple[2]), triple => triple[0]);
        var bases = triples.ToDictionary(triple => triple[0], triple => triple[1]);
        Stripped = bases.Keys.ToFrozenDictionary(letter => letter, letter => Root(letter, bases));
    }

    /// <summary>Joins letters and the combining marks that follow them, as Unicode form C does.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(IsMark))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (result.Length > 0 && Composed.TryGetValue((result[^1], character), out var composed))
                result[^1] = composed;
            else
                result.Append(character);
        }
        return result.ToString();
    }

    /// <summary>Lower case without accents: what two spellings of the same word have in common.</summary>
    public static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsMark(character))
                continue;
            var letter = char.ToLowerInvariant(Stripped.GetValueOrDefault(character, character));
            _ = letter switch
            {
                'ß' => result.Append("ss"),
                'ø' => result.Append('o'),
                'ł' => result.Append('l'),
                'đ' => result.Append('d'),
                'æ' => result.Append("ae"),
                'œ' => result.Append("oe"),
                '’' => result.Append('\''),
                _ => result.Append(letter),
            };
        }
        return result.ToString();
    }

    /// <summary>Letters without accents; case and length stay, so that positions stay valid.</summary>
    public static string WithoutAccents(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = Stripped.GetValueOrDefault(source[i], source[i]);
    });

    private static char Root(char letter, Dictionary<char, char> bases)
    {
        while (bases.TryGetValue(letter, out var root))
            letter = root;
        return letter;
    }

    private static bool IsMark(char character) =>
        character >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
