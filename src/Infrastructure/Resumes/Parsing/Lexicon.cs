using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>
/// Words and short phrases that may be looked for in a text. An entry may begin or end with <c>*</c>: "engineer*"
/// also finds "engineering", "*leiter" also finds "Projektleiter".
/// </summary>
internal sealed class Lexicon
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _phrases = [];
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _suffixes = new(StringComparer.Ordinal);

    private Lexicon()
    {
    }

    /// <summary>Loads entries separated by semicolons.</summary>
    public static Lexicon Load(string resource) =>
        Of(EmbeddedText.Lines(resource).SelectMany(line => line.Split(';')));

    public static Lexicon Of(IEnumerable<string> entries)
    {
        var lexicon = new Lexicon();
        foreach (var entry in entries.Select(entry => CanonicalCharacters.Fold(entry.Trim())).Where(entry => entry.Length > 0))
            lexicon.Add(entry);
        return lexicon;
    }

    /// <summary>Whether any entry occurs in the text, on word boundaries.</summary>
    public bool IsIn(string text)
    {
        var folded = CanonicalCharacters.Fold(text);
        var words = folded.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(IsWord))
            return true;
        var padded = $" {string.Join(' ', words)} ";
        return _phrases.Exists(phrase => padded.Contains($" {phrase} ", StringComparison.Ordinal)
            || (phrase[0] > '\u2E80' && folded.Contains(phrase, StringComparison.Ordinal)));
    }

    private static readonly char[] Separators = [' ', '\t', ',', '.', ';', ':', '/', '(', ')', '|', '-', '–', '—', '&', '*', '\'', '"', '’', '•'];

    private bool IsWord(string word) => _words.Contains(word) || HasPrefix(word) || HasSuffix(word);

    private bool HasPrefix(string word)
    {
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= word.Length; length++)
        {
            if (prefixes.Contains(word.AsSpan(0, length)))
                return true;
        }
        return false;
    }

    private bool HasSuffix(string word)
    {
        var suffixes = _suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < word.Length; start++)
        {
            if (suffixes.Contains(word.AsSpan(start)))
                return true;
        }
        return false;
    }

    private void Add(string entry)
    {
        if (entry[0] == '*')
            _suffixes.Add(entry.Trim('*'));
        else if (entry[^1] == '*')
            _prefixes.Add(entry.Trim('*').Replace('-', ' '));
        else if (entry.IndexOfAny([' ', '-', '\'', '.', '&']) >= 0 || entry[0] > '\u2E80')
            _phrases.Add(string.Join(' ', entry.Split(Separators, StringSplitOptions.RemoveEmptyEntries)));
        else
            _words.Add(entry);
    }
}
