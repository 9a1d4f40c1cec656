using System.Globalization;

namespace HotGigs.Infrastructure.Resumes.Parsing.Identity;

/// <summary>Writes a name in normal capitalisation and with the given name first.</summary>
internal static class NameCase
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "bint",
        "zu", "zum", "zur", "ter", "ten", "af", "av", "y", "e", "i", "und", "af", "op", "vom", "dal", "lo", "los", "las", "abu", "'t", "d", "st",
    };

    public static bool IsParticle(string word) => Particles.Contains(word);

    public static string Normalize(string name)
    {
        var words = name.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (HasFamilyNameFirst(words, out var familyWords))
            words = [.. words[familyWords..], .. words[..familyWords]];
        return string.Join(' ', words.Select((word, index) => Word(word, index == 0)));
    }

    // "MÜLLER Hans", as French and German forms ask for it.
    private static bool HasFamilyNameFirst(List<string> words, out int familyWords)
    {
        familyWords = words.TakeWhile(word => IsUpper(word) || IsParticle(word)).Count();
        return familyWords > 0 && familyWords < words.Count && words.Take(familyWords).Any(word => word.Length > 2 && !word.Contains('.'))
            && words.Skip(familyWords).All(word => !IsUpper(word) || word.Length <= 2);
    }

    private static bool IsUpper(string word) => word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower);

    private static string Word(string word, bool isFirst)
    {
        if (!isFirst && IsParticle(word) && IsUpper(word))
            return word.ToLowerInvariant();
        var isInitials = word.Length <= 3 && word.Contains('.');
        if ((!IsUpper(word) && !IsLower(word)) || isInitials || (!isFirst && IsParticle(word)))
            return word;
        return Capitalize(word);
    }

    private static bool IsLower(string word) => word.Length > 1 && word.Any(char.IsLower) && !word.Any(char.IsUpper);

    private static string Capitalize(string word)
    {
        var titled = string.Create(word.Length, word, static (result, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var startsPart = i == 0 || source[i - 1] is '-' or '\'' or '’' or '.';
                result[i] = startsPart ? char.ToUpperInvariant(source[i]) : char.ToLowerInvariant(source[i]);
            }
        });
        return titled.StartsWith("Mc", StringComparison.Ordinal) && titled.Length > 3
            ? string.Create(CultureInfo.InvariantCulture, $"Mc{char.ToUpperInvariant(titled[2])}{titled[3..]}")
            : titled;
    }
}
