using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>Counts the years of work: months in any position, those in two at once counted once.</summary>
internal static partial class ExperienceYears
{
    private const int MaxYears = 60;

    /// <param name="periods">Periods of the positions held.</param>
    /// <param name="prose">Where a figure may be stated, for resumes whose positions have no dates.</param>
    /// <param name="today">The end of a position that is still held.</param>
    public static double? Count(IEnumerable<DateRange> periods, string? prose, DateOnly today)
    {
        var intervals = periods.Select(period => Months(period, today)).OfType<(int From, int To)>().Order().ToList();
        if (intervals.Count == 0)
            return Stated(prose);
        var months = 0;
        var reached = int.MinValue;
        foreach (var (from, to) in intervals)
        {
            months += Math.Max(0, to - Math.Max(from, reached));
            reached = Math.Max(reached, to);
        }
        return Math.Round(Math.Min(months / 12.0, MaxYears), 1, MidpointRounding.AwayFromZero);
    }

    // From the first month up to, but not including, the month after the last.
    private static (int From, int To)? Months(DateRange period, DateOnly today)
    {
        if (period.Start is not { } start)
            return null;
        var now = today.Year * 12 + today.Month;
        var to = period.End switch
        {
            null => now,
            { Month: not null } end => end.MonthIndex + 1,
            // "2015 – 2018" is three years, "2015" alone is one.
            { } end when end.Year == start.Year => end.MonthIndex + 12,
            { } end => end.MonthIndex,
        };
        to = Math.Min(to, now);
        return to > start.MonthIndex ? (start.MonthIndex, to) : null;
    }

    private static double? Stated(string? prose)
    {
        if (prose is null)
            return null;
        var match = Figure().Match(CanonicalCharacters.Fold(prose));
        return match.Success && double.Parse(match.Groups["years"].Value, CultureInfo.InvariantCulture) is var years and <= MaxYears ? years : null;
    }

    [GeneratedRegex(@"\b(?<years>\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs|jahren?|ans|anos|лет)\b(?!\s*old)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Figure();
}
