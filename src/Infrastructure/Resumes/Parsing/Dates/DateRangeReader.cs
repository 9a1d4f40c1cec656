using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>
/// Finds periods such as "Jan 2020 – Present", "03/2018-11/2021", "seit 03/2019", "2015" or "Sept. ’19 to date".
/// </summary>
internal static partial class DateRangeReader
{
    private const int TimeoutMilliseconds = 250;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Year = @"(?:19[5-9]\d|20[0-4]\d)";
    private const string ShortYear = @"['’‘`]\d{2}";

    /// <summary>One date; the capture groups carry a suffix so that a range can hold two.</summary>
    private const string StartDate =
        @"(?:(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?(?<m1>" + MonthNames.Pattern + @")\.?,?\s*(?:\d{1,2}(?:st|nd|rd|th)?,\s*)?(?:de\s+|of\s+|del\s+)?(?<y1>" + Year + "|" + ShortYear + @"|(?<=\s)\d{2}(?=\s*[-–—]))"
        + @"|(?<y1>" + Year + @")(?:\s*年\s*|[-/.])(?<n1>0?[1-9]|1[0-2])(?:月|[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)"
        + @"|(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?<n1>0?[1-9]|1[0-2])\s?[/.\-]\s?(?<y1>" + Year + ")"
        + @"|(?<!\d)(?<n1>0[1-9]|1[0-2])/(?<y1>\d{2})(?!\d)"
        + @"|(?<y1>" + Year + "|" + ShortYear + @")(?:年)?)";

    private const string EndDate =
        @"(?:(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?(?<m2>" + MonthNames.Pattern + @")\.?,?\s*(?:\d{1,2}(?:st|nd|rd|th)?,\s*)?(?:de\s+|of\s+|del\s+)?(?<y2>" + Year + "|" + ShortYear + @"|(?<=\s)\d{2}(?!\d))"
        + @"|(?<y2>" + Year + @")(?:\s*年\s*|[-/.])(?<n2>0?[1-9]|1[0-2])(?:月|[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)"
        + @"|(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?<n2>0?[1-9]|1[0-2])\s?[/.\-]\s?(?<y2>" + Year + ")"
        + @"|(?<!\d)(?<n2>0[1-9]|1[0-2])/(?<y2>\d{2})(?!\d)"
        + @"|(?<y2>" + Year + "|" + ShortYear + @")(?:年)?)";

    private const string OpenEnd =
        @"(?<open>(?:till?\s+|until\s+|up\s+to\s+|to\s+)?(?:the\s+)?(?:present|current(?:ly)?|now|today|to\s+date|till?\s+date|date|ongoing)"
        + @"|bis\s+heute|heute|jetzt|aktuell|laufend|dato|present[eo]?|aujourd['’]hui|a\s+ce\s+jour|ce\s+jour|actuel(?:lement)?|en\s+cours|maintenant"
        + @"|(?:la\s+)?actualidad|actual(?:mente)?|la\s+fecha|hoy|oggi|attuale|in\s+corso|atual(?:mente)?|heden|obecnie|至今|现在|現在|настоящее\s+время|н\.\s?в\.)";

    private const string Dash = @"\s*(?:-{1,2}|–|—|−|~|～|→|>|/|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b|\baux?\b|\bjusqu['’]au?\b|\ba\b|\bal\b|\bhasta\b|\bfino\s+a\b|\bate\b|\bдо\b|至|到|から|по)\s*";
    private const string Since = @"(?<since>\b(?:since|seit|ab|depuis|desde|from|dal|starting|с)\s+)";

    private const string RangePattern =
        @"(?<![\w@])(?:(?:from|von|vom|de|du|desde|dal?)\s+)?(?:" + StartDate + Dash + "(?:" + OpenEnd + @"(?!\w)|" + EndDate + @")"
        + @"|(?<m1>" + MonthNames.Pattern + @")\.?" + Dash + EndDate + ")(?![\\d\\w])";

    private const string SincePattern = "(?<![\\w@])" + Since + "(?:d[eu]\\s+)?" + StartDate + @"(?![\d\w])";
    private const string AcademicPattern = @"(?<![\w/@])(?<y1>" + Year + @")\s?[/–-]\s?(?<y2>\d{2})(?![\d\w/-])";
    private const string SinglePattern = @"(?<![\w@#$€£.,/-])" + StartDate + @"(?![\d\w%+]|[.,]\d)";

    /// <summary>The first period in a line, a range before a single date; <c>null</c> where there is none.</summary>
    public static DateMatch? Find(string line) => FindRange(line) ?? FindSingle(line);

    /// <summary>The first period with a beginning and an end, or one that still lasts.</summary>
    public static DateMatch? FindRange(string line)
    {
        if (!line.Any(char.IsAsciiDigit))
            return null;
        line = CanonicalCharacters.WithoutAccents(line);
        var match = Range().Match(line);
        if (match.Success && ToRange(match) is { } range)
            return new DateMatch(range, match.Index, match.Length, IsSingle: false);
        match = SinceDate().Match(line);
        if (match.Success && First(match) is { } since)
            return new DateMatch(new DateRange(since, null, true), match.Index, match.Length, IsSingle: false);
        match = AcademicYears().Match(line);
        if (match.Success)
        {
            var start = YearOf(match.Groups["y1"].Value);
            var end = start / 100 * 100 + int.Parse(match.Groups["y2"].Value, CultureInfo.InvariantCulture);
            // 2015-16 spans years; 2015-06 is a month.
            if (end > start && end - start < 15)
                return new DateMatch(new DateRange(new PartialDate(start, null), new PartialDate(end, null), false), match.Index, match.Length, IsSingle: false);
        }
        return null;
    }

    /// <summary>The last single date in a line: the one that graduations and awards are given.</summary>
    public static DateMatch? FindSingle(string line)
    {
        if (!line.Any(char.IsAsciiDigit))
            return null;
        line = CanonicalCharacters.WithoutAccents(line);
        DateMatch? last = null;
        foreach (Match match in SingleDate().Matches(line))
        {
            if (First(match) is { } date)
                last = new DateMatch(new DateRange(date, date, false), match.Index, match.Length, IsSingle: true);
        }
        return last;
    }

    /// <summary>Whether a text is a period and nothing else, but for its length in years and months.</summary>
    public static bool IsDate(string text) =>
        Find(text) is { } match && Duration().Replace(match.Remove(text), "").Trim(' ', '(', ')', '·', '\t', ',', '.').Length == 0;

    /// <summary>A text without "(2 years 3 months)", which job portals add to periods.</summary>
    public static string WithoutDuration(string text) => Duration().Replace(text, "").Trim(' ', '·', '\t');

    private static DateRange? ToRange(Match match)
    {
        var isOpen = match.Groups["open"].Success;
        var end = isOpen ? null : Second(match);
        if (!isOpen && end is null)
            return null;
        // "Jan – Mar 2020" gives its year once.
        var start = match.Groups["y1"].Success
            ? First(match)
            : new PartialDate(end!.Value.Year, MonthNames.NumberOf(match.Groups["m1"].Value));
        if (start is null || (end is not null && end.Value.Year < start.Value.Year))
            return null;
        return new DateRange(start, end, isOpen);
    }

    private static PartialDate? First(Match match) => Date(match.Groups["y1"], match.Groups["m1"], match.Groups["n1"]);

    private static PartialDate? Second(Match match) => Date(match.Groups["y2"], match.Groups["m2"], match.Groups["n2"]);

    private static PartialDate? Date(Group year, Group monthName, Group monthNumber)
    {
        if (!year.Success)
            return null;
        int? month = monthName.Success ? MonthNames.NumberOf(monthName.Value)
            : monthNumber.Success ? int.Parse(monthNumber.Value, CultureInfo.InvariantCulture)
            : null;
        return new PartialDate(YearOf(year.Value), month);
    }

    private static int YearOf(string text)
    {
        var year = int.Parse(text.AsSpan().TrimStart("'’‘`"), CultureInfo.InvariantCulture);
        return year switch
        {
            >= 100 => year,
            < 50 => 2000 + year,
            _ => 1900 + year,
        };
    }

    [GeneratedRegex(RangePattern, Options, TimeoutMilliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(SincePattern, Options, TimeoutMilliseconds)]
    private static partial Regex SinceDate();

    [GeneratedRegex(AcademicPattern, Options, TimeoutMilliseconds)]
    private static partial Regex AcademicYears();

    [GeneratedRegex(SinglePattern, Options, TimeoutMilliseconds)]
    private static partial Regex SingleDate();

    [GeneratedRegex(@"[·,]?\s*\(?\b(?:\d{1,2}\+?\s*(?:years?|yrs?\.?|jahre?|ans?|anos?)(?:[\s,]*(?:and\s+)?\d{1,2}\s*(?:months?|mos?\.?|monate?|mois|meses))?|\d{1,2}\s*(?:months?|mos?\.?|monate?|mois|meses))\b\.?\)?", Options, TimeoutMilliseconds)]
    private static partial Regex Duration();
}
