using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>Composes accented letters, and strips the accents of Latin, Greek and Cyrillic ones.</summary>
internal static class CanonicalCharacters
{
    private static readonly FrozenDictionary<char, char> Stripped =
        Letters('\u00C0', '\u052F').Concat(Letters('\u1E00', '\u1FFF'))
            .Select(letter => (Letter: letter, Root: letter.ToString().Normalize(NormalizationForm.FormD)[0]))
            .Where(pair => pair.Letter != pair.Root)
            .ToFrozenDictionary(pair => pair.Letter, pair => pair.Root);

    /// <summary>Joins letters and the combining marks that follow them: Unicode form C.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(IsMark))
            return text;
        // Half a surrogate pair, as a damaged document may hold, is nothing that could be normalised.
        var valid = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
        return valid.Normalize(NormalizationForm.FormC);
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

    private static IEnumerable<char> Letters(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code).Where(char.IsLetter);

    private static bool IsMark(char character) =>
        character >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
