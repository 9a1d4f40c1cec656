using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>Reads the e-mail address, however it was disguised or wrapped.</summary>
internal static partial class EmailReader
{
    public static string? Read(IReadOnlyList<ResumeLine> lines)
    {
        foreach (var line in lines)
        {
            if (Find(line.Text) is { } address)
                return address;
        }
        return Wrapped(lines);
    }

    // A narrow sidebar breaks an address in two: "jane.doe@exam" / "ple.com".
    private static string? Wrapped(IReadOnlyList<ResumeLine> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (upper, lower) = (lines[i].Text, lines[i + 1].Text);
            if ((upper.Contains('@') || lower.StartsWith('@')) && Find(upper + lower) is { } address)
                return address;
        }
        return null;
    }

    private static string? Find(string text)
    {
        var spelled = Spelled(text);
        return spelled.Contains('@') && Address().Match(spelled) is { Success: true } match
            ? match.Value.ToLowerInvariant()
            : null;
    }

    private static string Spelled(string text)
    {
        var withAt = SpelledAt().Replace(text, "@");
        withAt = SpelledDot().Replace(withAt, ".");
        return SpacedAt().Replace(withAt, "@");
    }

    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*[(\[{]\s*(?:at|@|ät)\s*[)\]}]\s*", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex SpelledAt();

    [GeneratedRegex(@"\s*[(\[{]\s*(?:dot|punkt|\.)\s*[)\]}]\s*", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex SpelledDot();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\s*@\s+(?=[\p{L}\p{N}-]+\.\p{L})|(?<=\.[\p{L}\p{N}]+)\s+@(?=[\p{L}\p{N}-]+\.\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SpacedAt();
}
