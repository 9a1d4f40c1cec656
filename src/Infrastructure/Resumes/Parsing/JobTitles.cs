namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>Recognises job titles by the words they are made of.</summary>
internal static class JobTitles
{
    private static readonly Lexicon Words = Lexicon.Load("Parsing.Data.job-titles.txt");

    /// <summary>Whether a text names a job.</summary>
    public static bool IsIn(string text) => Words.IsIn(text);

    /// <summary>
    /// Whether a text is a job whatever else it names: "Software Engineer" and "Head of Retail" are, "Partners Group" is not.
    /// </summary>
    public static bool IsNamedByIts(string phrase)
    {
        var bare = phrase.EndsWith(')') && phrase.LastIndexOf('(') is > 0 and var note ? phrase[..note] : phrase;
        var words = bare.Split([' ', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && !bare.Contains('&') && (Words.IsIn(words[^1]) || (Words.IsIn(words[0]) && words[1] is "of" or "for" or "de"));
    }
}
