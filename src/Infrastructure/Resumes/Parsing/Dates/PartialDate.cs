using System.Globalization;

namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>A month of a year, or only a year: as precise as the document is.</summary>
internal readonly record struct PartialDate(int Year, int? Month)
{
    /// <summary>Months since year 0, with January where no month is known.</summary>
    public int MonthIndex => Year * 12 + (Month ?? 1) - 1;

    /// <summary><c>YYYY-MM</c> or <c>YYYY</c>.</summary>
    public override string ToString() => Month is { } month
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}")
        : Year.ToString("D4", CultureInfo.InvariantCulture);
}
