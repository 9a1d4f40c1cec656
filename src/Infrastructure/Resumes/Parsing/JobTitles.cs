namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>Recognises job titles by the words they are made of.</summary>
internal static class JobTitles
{
    private static readonly Lexicon Words = Lexicon.Load("Parsing.Data.job-titles.txt");

    /// <summary>Whether a text names a job.</summary>
    public static bool IsIn(string text) => Words.IsIn(text);
}
