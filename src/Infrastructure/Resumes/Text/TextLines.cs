using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>The last step of every extractor: from raw lines to the lines that the parser is promised.</summary>
internal static class TextLines
{
    private const int MaxLineLength = 2_000;
    private const int MaxCharacters = 300_000;

    public static ResumeText Finish(IEnumerable<ResumeLine> rawLines)
    {
        var spaced = Bound(rawLines).Select(line => line with { Text = SpacedLetters.Join(line.Text) }).ToList();
        var accents = DetachedAccents.Of(spaced.Select(line => line.Text));
        var result = new List<ResumeLine>(spaced.Count);
        foreach (var line in LineWraps.Rejoin(spaced))
        {
            var text = LineCleaner.Clean(accents.Attach(line.Text));
            var isGap = text.Length == 0 || IsRule(text);
            if (isGap && (result.Count == 0 || result[^1].Text.Length == 0))
                continue;
            result.Add(isGap ? new ResumeLine("") : line with { Text = text });
        }
        if (result.Count > 0 && result[^1].Text.Length == 0)
            result.RemoveAt(result.Count - 1);
        return new ResumeText(result);
    }

    // Long lines are split, so that no reader has to fear a single line of megabytes; what comes after the
    // length of fifty dense pages is left out, as are the pages of a PDF beyond that.
    private static IEnumerable<ResumeLine> Bound(IEnumerable<ResumeLine> lines)
    {
        var left = MaxCharacters;
        foreach (var line in lines)
        {
            for (var start = 0; start == 0 || start < line.Text.Length; start += MaxLineLength)
            {
                var length = Math.Min(MaxLineLength, line.Text.Length - start);
                left -= length + 1;
                if (left < 0)
                    yield break;
                yield return line with { Text = line.Text.Substring(start, length) };
            }
        }
    }

    /// <summary>Whether a line is drawn from dashes, underscores or stars.</summary>
    public static bool IsRule(string text) => text.Length >= 3 && text.All(character => "-–—=_*~#•. ".Contains(character));
}
