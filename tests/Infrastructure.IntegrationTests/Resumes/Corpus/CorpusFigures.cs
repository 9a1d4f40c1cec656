using System.Globalization;
using System.Text;
using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>Compares profiles with what was expected and adds up how good they are, field by field.</summary>
internal sealed class CorpusFigures
{
    private readonly Dictionary<string, (double Hits, double Of)> _figures = [];
    private readonly StringBuilder _misses = new();

    /// <summary>The share of expected values that were found, 0 to 1.</summary>
    public double Of(string field) => _figures[field].Hits / _figures[field].Of;

    public void Add(string file, ExpectedProfile expected, ResumeProfile actual)
    {
        Exact(file, "name", expected.Name, actual.FullName);
        Exact(file, "email", expected.Email, actual.Email);
        Exact(file, "phone", Digits(expected.Phone), Digits(actual.Phone));
        Exact(file, "location", expected.Location, actual.Location);
        Exact(file, "title", expected.Title, actual.Title);
        Skills(file, expected.Skills, [.. actual.Skills.Select(skill => skill.Name)]);
        Recall(file, "companies", expected.Companies, actual.Experience.Select(position => position.Company));
        Recall(file, "titles", expected.Titles, actual.Experience.Select(position => position.Title));
        Recall(file, "degrees", expected.Degrees, actual.Education.Select(degree => degree.Name));
        Recall(file, "institutions", expected.Institutions, actual.Education.Select(degree => degree.Institution));
        Count(file, "years", Math.Abs((actual.TotalExperienceYears ?? -99) - expected.Years) <= 1,
            $"{expected.Years} / {actual.TotalExperienceYears}");
        Count(file, "positions", actual.Experience.Count == expected.Titles.Length, $"{expected.Titles.Length} / {actual.Experience.Count}");
    }

    public string Table()
    {
        var table = new StringBuilder();
        foreach (var (field, (hits, of)) in _figures)
            table.AppendLine(CultureInfo.InvariantCulture, $"{field,-14} {hits / of,7:P1}  ({hits:0.#} of {of:0.#})");
        return table.Append(_misses).ToString();
    }

    private void Exact(string file, string field, string? expected, string? actual) =>
        Count(file, field, string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase), $"{expected} / {actual}");

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

    private static bool IsSame(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)
        || (actual.Contains(expected, StringComparison.OrdinalIgnoreCase) && actual.Length <= expected.Length + 25);

    private static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit));
}
