using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>One date as it is written in a line.</summary>
internal readonly partial record struct DateToken(PartialDate Date, int Index, int Length)
{
    private const string Year = @"(?:19[5-9]\d|20[0-4]\d)";
    private const string ShortYear = @"['’‘`]\d{2}";
    private const string Day = @"(?:0?[1-9]|[12]\d|3[01])";
    private const string Month = "(?<number>0?[1-9]|1[0-2])";

    // "Sept. 2019", "12 March 2020", "enero de 2019", "Jan ’19"
    private const string Named = @"\b(?:" + Day + @"(?:st|nd|rd|th|\.)?\s+)?(?<name>" + MonthNames.Pattern + @")\b\.?,?\s*(?:" + Day + @"(?:st|nd|rd|th)?,\s*)?(?:de\s+|of\s+|del\s+)?(?<year>" + Year + "|" + ShortYear + @"|(?<=\p{L}\.?\s)\d{2}(?![\d.,%+:]|\s\p{L}))";

    // "2019-04", "2019/04/30", "2019年4月"
    private const string YearFirst = @"(?<year>" + Year + @")(?:\s*年\s*|[-/.])" + Month + @"(?:月|[-/.]" + Day + @")?(?!\d)";

    // "04/2019", "30.04.2019", "04/19"
    private const string MonthFirst = @"(?<!\d)(?:" + Day + @"[./])?" + Month + @"\s?[/.\-]\s?(?<year>" + Year + @")|(?<!\d)(?<number>0[1-9]|1[0-2])/(?<year>\d{2})(?![\d/])";

    private const string YearOnly = @"(?<year>" + Year + "|" + ShortYear + ")年?";

    /// <summary>The dates of a line without accents, from left to right.</summary>
    public static List<DateToken> FindAll(string line)
    {
        var tokens = new List<DateToken>();
        foreach (Match match in Pattern().Matches(line))
            tokens.Add(new DateToken(Read(match), match.Index, match.Length));
        return tokens;
    }

    public int End => Index + Length;

    private static PartialDate Read(Match match)
    {
        int? month = match.Groups["name"] is { Success: true } name ? MonthNames.NumberOf(name.Value)
            : match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : null;
        return new PartialDate(YearOf(match.Groups["year"].Value), month);
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

    [GeneratedRegex(@"(?<![\w@#$€£]|\d[.,])(?:" + Named + "|" + YearFirst + "|" + MonthFirst + "|" + YearOnly + @")(?![\d%]|[a-z_@]|\+|[.,]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();
}
