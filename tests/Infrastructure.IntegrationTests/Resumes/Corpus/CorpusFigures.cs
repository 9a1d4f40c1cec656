using System.Globalization;
using System.Text;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Skills;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>Compares profiles with what was expected and adds up how good they are, field by field.</summary>
internal sealed class CorpusFigures
{
    // Of the words of a degree or company, how many must be there: "BSc Physics" is "BSc in Physics, Hons".
    private const double EnoughWords = 0.7;
    private const int DigitsThatCount = 8;

    private readonly Dictionary<string, (double Hits, double Of)> _figures = [];
    private readonly StringBuilder _misses = new();

    /// <summary>The share of expected values that were found, 0 to 1.</summary>
    public double Of(string field) => _figures[field].Hits / _figures[field].Of;

    /// <summary>What was not found, and what was found instead, a line each.</summary>
    public string Misses => _misses.ToString();

    public void Add(string file, ExpectedProfile expected, ResumeProfile actual)
    {
        Count(file, "name", expected.OtherNames.Append(expected.Name).Any(name => IsEqual(name, actual.FullName)), $"{expected.Name} / {actual.FullName}");
        Count(file, "email", IsEqual(expected.Email, actual.Email), $"{expected.Email} / {actual.Email}");
        Count(file, "phone", Digits(expected.Phone) == Digits(actual.Phone), $"{expected.Phone} / {actual.Phone}");
        if (expected.Location is not null)
            Count(file, "location", IsEqual(expected.Location, actual.Location), $"{expected.Location} / {actual.Location}");
        if (expected.Title is not null)
            Count(file, "title", IsEqual(expected.Title, actual.Title), $"{expected.Title} / {actual.Title}");
        Skills(file, [.. expected.Skills.Select(Canonical)], [.. actual.Skills.Select(skill => skill.Name)]);
        Recall(file, "companies", expected.Companies, actual.Experience.Select(position => position.Company));
        Recall(file, "titles", expected.Titles, actual.Experience.Select(position => position.Title));
        Recall(file, "degrees", expected.Degrees, actual.Education.Select(degree => degree.Name));
        Recall(file, "institutions", expected.Institutions, actual.Education.Select(degree => degree.Institution));
        if (expected.Years is { } years)
            Count(file, "years", Math.Abs((actual.TotalExperienceYears ?? -99) - years) <= 1, $"{years} / {actual.TotalExperienceYears}");
        if (expected.Titles.Length > 0)
            Count(file, "positions", actual.Experience.Count == expected.Titles.Length, $"{expected.Titles.Length} / {actual.Experience.Count}");
    }

    public string Table()
    {
        var table = new StringBuilder();
        foreach (var (field, (hits, of)) in _figures)
            table.AppendLine(CultureInfo.InvariantCulture, $"{field,-14} {hits / of,7:P1}  ({hits:0.#} of {of:0.#})");
        return table.ToString();
    }

    private void Recall(string file, string field, string[] expected, IEnumerable<string?> actual)
    {
        var found = actual.OfType<string>().ToList();
        foreach (var value in expected)
            Count(file, field, found.Exists(other => IsSame(value, other)), $"{value} not in [{string.Join("; ", found)}]");
    }

    // F1 over the whole corpus: hits count twice, against what was expected and what was found.
    private void Skills(string file, string[] expected, string[] actual)
    {
        var hits = expected.Intersect(actual, StringComparer.OrdinalIgnoreCase).Count();
        AddTo("skills F1", 2 * hits, expected.Length + actual.Length);
        AddTo("skills recall", hits, expected.Length);
        AddTo("skills precision", hits, actual.Length);
        if (2 * hits < expected.Length + actual.Length)
        {
            _misses.AppendLine(CultureInfo.InvariantCulture,
                $"  {file}: skills missing [{string.Join("; ", expected.Except(actual, StringComparer.OrdinalIgnoreCase))}] extra [{string.Join("; ", actual.Except(expected, StringComparer.OrdinalIgnoreCase))}]");
        }
    }

    private void Count(string file, string field, bool isHit, string detail)
    {
        AddTo(field, isHit ? 1 : 0, 1);
        if (!isHit)
            _misses.AppendLine(CultureInfo.InvariantCulture, $"  {file}: {field}: {detail}");
    }

    private void AddTo(string field, double hits, double of)
    {
        var (oldHits, oldOf) = _figures.GetValueOrDefault(field);
        _figures[field] = (oldHits + hits, oldOf + of);
    }

    // However somebody writes "NodeJs", the profile has one name for it.
    private static string Canonical(string skill) => SkillTaxonomy.Find(skill)?.Name ?? skill;

    private static bool IsEqual(string? expected, string? actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string expected, string actual)
    {
        if (actual.Contains(expected, StringComparison.OrdinalIgnoreCase) && actual.Length <= expected.Length + 25)
            return true;
        var (one, other) = (Words(expected), Words(actual));
        return one.Count > 1 && one.Intersect(other).Count() >= EnoughWords * Math.Max(one.Count, other.Count);
    }

    private static HashSet<string> Words(string text) => CanonicalCharacters.Fold(text)
        .Split([' ', ',', '.', '-', '–', '(', ')', '/', '|', '\t', ':'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word is not ("in" or "of" or "de" or "en" or "the"))
        .ToHashSet();

    // Without a country code or a zero of the area: whether it can be rung up is told by the rest.
    private static string Digits(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length > DigitsThatCount ? digits[^DigitsThatCount..] : digits;
    }
}
