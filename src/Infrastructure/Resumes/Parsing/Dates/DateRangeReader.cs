using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>
/// Finds periods such as "Jan 2020 – Present", "03/2018-11/2021", "seit 03/2019", "2015" or "Sept. ’19 to date":
/// dates, and what stands before, between and after them.
/// </summary>
internal static partial class DateRangeReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A longer line is prose; nobody hides a period in the middle of it.
    private const int MaxLength = 250;
    private const int MaxAcademicSpan = 15;

    private const string Dash =
        @"(?:-{1,2}|[–—−~～→>/]|\b(?:to|until|till?|through|thru|bis|a|au|aux|al|hasta|fino\s+a|ate|jusqu['’]a|jusqu['’]au|until\s+the|до|по)\b|[至到から]+)";

    private const string Now =
        @"(?:(?:the\s+)?(?:present|current(?:ly)?|now|today|to\s+date|date|ongoing)|heute|jetzt|aktuell|laufend|dato|present[eo]?"
        + @"|aujourd['’]hui|ce\s+jour|actuel(?:lement)?|en\s+cours|maintenant|(?:la\s+)?actualidad|actual(?:mente)?|la\s+fecha|hoy"
        + @"|oggi|attuale|in\s+corso|atual(?:mente)?|(?:o\s+)?momento|heden|nu|obecnie|teraz|nadal|dotychczas|soucasnost|gunumuz|halen|devam\s+ediyor|nuvarande|pagaende|nykyinen|i\s+dag|теперішній\s+час|дотепер|зараз|сегодня|по\s+настоящее\s+время|至今|现在|現在|настоящее\s+время|н\.\s?в\.)";

    /// <summary>The first period in a line, a range before a single date; <c>null</c> where there is none.</summary>
    public static DateMatch? Find(string line) => FindRange(line) ?? FindSingle(line);

    /// <summary>The first period with a beginning and an end, or one that still lasts.</summary>
    public static DateMatch? FindRange(string line)
    {
        var text = Prepare(line);
        var tokens = DateToken.FindAll(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1] : (DateToken?)null;
            if ((Until(text, tokens[i], next) ?? ToNow(text, tokens[i]) ?? Since(text, tokens[i])
                ?? AcademicYears(text, tokens[i]) ?? MonthsOfOneYear(text, tokens[i])) is { } match)
            {
                return match;
            }
        }
        return null;
    }

    /// <summary>The last single date in a line: the one that graduations and awards are given.</summary>
    public static DateMatch? FindSingle(string line)
    {
        var tokens = DateToken.FindAll(Prepare(line));
        return tokens.Count == 0
            ? null
            : new DateMatch(new DateRange(tokens[^1].Date, tokens[^1].Date, false), tokens[^1].Index, tokens[^1].Length);
    }

    /// <summary>Whether a text is a period and nothing else, but for its length in years and months.</summary>
    public static bool IsDate(string text) =>
        Find(text) is { } match && WithoutDuration(match.Remove(text)).Trim('(', ')', ',', '.', ' ').Length == 0;

    /// <summary>A text without "(2 years 3 months)", which job portals add to periods.</summary>
    public static string WithoutDuration(string text) => Duration().Replace(text, "").Trim(' ', '·', '\t');

    /// <summary>A text without the length in years and months that it begins with.</summary>
    public static string AfterDuration(string text) =>
        Duration().Match(text) is { Success: true, Index: 0 } match ? text[match.Length..] : text;

    private static string Prepare(string line) =>
        CanonicalCharacters.WithoutAccents(line.Length <= MaxLength ? line : line[..MaxLength]);

    private static DateMatch? Until(string text, DateToken first, DateToken? next)
    {
        if (next is not { } second || second.Date.Year < first.Date.Year || !Between().IsMatch(text[first.End..second.Index]))
            return null;
        return new DateMatch(new DateRange(first.Date, second.Date, false), first.Index, second.End - first.Index);
    }

    private static DateMatch? ToNow(string text, DateToken date)
    {
        var match = NowAfter().Match(text[date.End..]);
        return match.Success
            ? new DateMatch(new DateRange(date.Date, null, true), date.Index, date.Length + match.Length)
            : null;
    }

    private static DateMatch? Since(string text, DateToken date)
    {
        var match = SinceBefore().Match(text[..date.Index]);
        return match.Success
            ? new DateMatch(new DateRange(date.Date, null, true), match.Index, date.End - match.Index)
            : null;
    }

    // "2015/16" and "2015 – 18"; "2015-06" has been read as a month before.
    private static DateMatch? AcademicYears(string text, DateToken date)
    {
        var match = ShortYearAfter().Match(text[date.End..]);
        if (date.Date.Month is not null || !match.Success)
            return null;
        var end = date.Date.Year / 100 * 100 + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return end > date.Date.Year && end - date.Date.Year < MaxAcademicSpan
            ? new DateMatch(new DateRange(date.Date, new PartialDate(end, null), false), date.Index, date.Length + match.Length)
            : null;
    }

    // "Jan – Mar 2020" gives its year once.
    private static DateMatch? MonthsOfOneYear(string text, DateToken date)
    {
        var match = MonthBefore().Match(text[..date.Index]);
        if (!match.Success || date.Date.Month is null)
            return null;
        var start = new PartialDate(date.Date.Year, MonthNames.NumberOf(match.Groups["name"].Value));
        return start.MonthIndex <= date.Date.MonthIndex
            ? new DateMatch(new DateRange(start, date.Date, false), match.Index, date.End - match.Index)
            : null;
    }

    [GeneratedRegex(@"^\s*" + Dash + @"\s*$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*(?:" + Dash + @"\s*){0,2}" + Now + @"(?!\w)", Options, RegexLimit.Milliseconds)]
    private static partial Regex NowAfter();

    [GeneratedRegex(@"\b(?:since|seit|ab|depuis|desde|from|dal|starting|с)\s+(?:d[eu]\s+)?$", Options, RegexLimit.Milliseconds)]
    private static partial Regex SinceBefore();

    [GeneratedRegex(@"^\s?[/–-]\s?(?<year>\d{2})(?![\d\w/-])", Options, RegexLimit.Milliseconds)]
    private static partial Regex ShortYearAfter();

    [GeneratedRegex(@"\b(?<name>" + MonthNames.Pattern + @")\b\.?\s*(?:" + Dash + @"|\b(?:und|and|et|y|e)\b|&)\s*$", Options, RegexLimit.Milliseconds)]
    private static partial Regex MonthBefore();

    [GeneratedRegex(@"[·,]?\s*\(?\b(?:\d{1,2}(?:[.,]\d)?\+?\s*(?:years?|yrs?\.?|jahre?|ans?|años?)(?:[\s,]*(?:and\s+)?\d{1,2}\s*(?:months?|mos?\.?|monate?|mois|meses))?|\d{1,2}\s*(?:months?|mos?\.?|monate?|mois|meses))\b\.?\)?", Options, RegexLimit.Milliseconds)]
    private static partial Regex Duration();
}
