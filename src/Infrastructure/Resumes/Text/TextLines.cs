using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>The last step of every extractor: from raw lines to the lines that the parser is promised.</summary>
internal static class TextLines
{
    public static ResumeText Finish(IEnumerable<ResumeLine> rawLines)
    {
        var spaced = rawLines.Select(line => line with { Text = SpacedLetters.Join(line.Text) }).ToList();
        var result = new List<ResumeLine>(spaced.Count);
        foreach (var line in LineWraps.Rejoin(spaced))
        {
            var text = LineCleaner.Clean(line.Text);
            var isGap = text.Length == 0 || IsRule(text);
            if (isGap && (result.Count == 0 || result[^1].Text.Length == 0))
                continue;
            result.Add(isGap ? new ResumeLine("") : line with { Text = text });
        }
        if (result.Count > 0 && result[^1].Text.Length == 0)
            result.RemoveAt(result.Count - 1);
        return new ResumeText(result);
    }

    /// <summary>Whether a line is drawn from dashes, underscores or stars.</summary>
    public static bool IsRule(string text) => text.Length >= 3 && text.All(character => "-–—=_*~#•. ".Contains(character));
}
