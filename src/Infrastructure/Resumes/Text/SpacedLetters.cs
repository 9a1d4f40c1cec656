using System.Text.RegularExpressions;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>Rejoins words that a designer has spaced out: <c>W O R K   H I S T O R Y</c>.</summary>
internal static partial class SpacedLetters
{
    /// <summary>Joins the letters of each word; words are apart by more than one blank.</summary>
    public static string Join(string line)
    {
        if (!IsSpacedOut().IsMatch(line))
            return line;
        var words = WordGap().Split(line.Trim());
        return string.Join(' ', words.Select(word => word.Replace(" ", "", StringComparison.Ordinal)));
    }

    // Four letters at least: "A B C" may well be three grades.
    [GeneratedRegex(@"^\s*(?:[\p{L}\p{N}&]\s+){3,}[\p{L}\p{N}&]\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex IsSpacedOut();

    [GeneratedRegex(@"\s{2,}|\t", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex WordGap();
}
