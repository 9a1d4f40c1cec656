using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>Rejoins words that were hyphenated at the end of a line.</summary>
internal static class LineWraps
{
    private const char SoftHyphen = '\u00AD';

    /// <param name="rawLines">Lines before cleaning, because a soft hyphen does not outlive it.</param>
    public static List<ResumeLine> Rejoin(IReadOnlyList<ResumeLine> rawLines)
    {
        var vocabulary = new Lazy<HashSet<string>>(() => Words(rawLines));
        var result = new List<ResumeLine>(rawLines.Count);
        foreach (var line in rawLines)
        {
            if (result.Count > 0 && TryRejoin(result[^1].Text, line.Text, vocabulary) is var (head, tail))
            {
                result[^1] = result[^1] with { Text = head };
                if (tail.Length > 0)
                    result.Add(line with { Text = tail });
            }
            else
            {
                result.Add(line);
            }
        }
        return result;
    }

    private static (string Head, string Tail)? TryRejoin(string upper, string lower, Lazy<HashSet<string>> vocabulary)
    {
        if (upper.Length < 3 || lower.Length == 0 || !char.IsLower(lower[0]))
            return null;
        if (upper[^1] is not ('-' or '\u2010' or SoftHyphen) || !char.IsLower(upper[^2]))
            return null;
        var end = lower.IndexOfAny([' ', '\t']);
        var (rest, tail) = end < 0 ? (lower, "") : (lower[..end], lower[(end + 1)..]);
        var stem = upper[..^1];
        var joined = stem[(stem.LastIndexOfAny([' ', '\t']) + 1)..] + rest.TrimEnd('.', ',', ';', ':', ')');

        // A hyphen that was typed ("full-stack") looks like one that was inserted. It goes only where it is
        // known to have been inserted, or where the document writes the word without it elsewhere.
        var inserted = upper[^1] == SoftHyphen || vocabulary.Value.Contains(joined);
        return (inserted ? stem + rest : stem + "-" + rest, tail);
    }

    private static HashSet<string> Words(IEnumerable<ResumeLine> lines) =>
        lines.SelectMany(line => line.Text.Split([' ', '\t', '.', ',', ';', ':', '(', ')', '/']))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
