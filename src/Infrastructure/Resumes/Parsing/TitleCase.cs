namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>Gives headlines and company names that are set in capitals their normal spelling.</summary>
internal static class TitleCase
{
    private const int LongestAcronym = 3;

    private static readonly HashSet<string> SmallWords = ["OF", "AND", "THE", "FOR", "IN", "AT", "DE", "DU", "LA", "ET", "UND", "Y", "EN", "DER", "DES"];

    public static string Of(string text) => string.Join(' ', text.Split(' ').Select((word, index) => Word(word, index > 0)));

    private static string Word(string word, bool maySmall)
    {
        if (maySmall && SmallWords.Contains(word))
            return word.ToLowerInvariant();
        var isAcronym = word.Length <= LongestAcronym || !word.Any(character => "AEIOUYÄÖÜÉÈÀÓÁÍ".Contains(character));
        return isAcronym ? word : string.Join('-', word.Split('-').Select(Capitalize));
    }

    private static string Capitalize(string part) =>
        part.Length < 2 ? part : char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant();
}
