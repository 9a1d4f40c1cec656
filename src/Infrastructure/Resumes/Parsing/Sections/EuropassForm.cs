using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>
/// Reads sections that follow the Europass form, whose rows say what they hold ("Name and address of employer"), and
/// writes them the way other resumes do.
/// </summary>
internal static class EuropassForm
{
    private const int EnoughLabels = 2;

    private static readonly IReadOnlyList<(string Wording, FormLabel Label)> Labels = Load();

    /// <summary>The section without its labels, or as it is where it does not follow the form.</summary>
    public static Section Simplify(Section section)
    {
        if (section.Kind is not (SectionKind.Experience or SectionKind.Education))
            return section;
        var rows = Rows(section.Lines);
        return rows.Count(row => row.Label is not FormLabel.Period) >= EnoughLabels && rows.Exists(row => row.Label is FormLabel.Period)
            ? section with { Lines = [.. Lines(rows)] }
            : section;
    }

    private static List<Row> Rows(IReadOnlyList<ResumeLine> lines)
    {
        var rows = new List<Row>();
        foreach (var line in lines.Where(line => line.Text.Length > 0))
        {
            var edge = line.Text.IndexOf('\t', StringComparison.Ordinal);
            var (cell, value) = edge < 0 ? ("", line.Text) : (line.Text[..edge], line.Text[(edge + 1)..].Replace('\t', ' '));
            // A label that is longer than its column goes on beside the next line of its value.
            var goesOn = rows.Count > 0 && (cell.Length == 0 || LabelOf($"{rows[^1].Cell} {cell}") is not null);
            if (goesOn)
                rows[^1] = rows[^1] with { Cell = $"{rows[^1].Cell} {cell}".TrimEnd(), Value = $"{rows[^1].Value} {value}" };
            else if (LabelOf(cell) is { } label)
                rows.Add(new Row(label, cell, value));
        }
        return rows;
    }

    private static IEnumerable<ResumeLine> Lines(List<Row> rows)
    {
        var entry = new Dictionary<FormLabel, string>();
        foreach (var row in rows)
        {
            if (row.Label is FormLabel.Period && DateRangeReader.Find(row.Value) is not null)
            {
                foreach (var line in Entry(entry))
                    yield return line;
                entry.Clear();
            }
            entry.TryAdd(row.Label, row.Value);
        }
        foreach (var line in Entry(entry))
            yield return line;
    }

    private static IEnumerable<ResumeLine> Entry(Dictionary<FormLabel, string> entry)
    {
        if (!entry.TryGetValue(FormLabel.Period, out var period))
            yield break;
        var place = (entry.GetValueOrDefault(FormLabel.Employer) ?? entry.GetValueOrDefault(FormLabel.School)) is { } value ? WithoutAddress(value) : null;
        yield return new ResumeLine($"{period}\t{place}");
        if ((entry.GetValueOrDefault(FormLabel.Title) ?? entry.GetValueOrDefault(FormLabel.Degree)) is { } name)
            yield return new ResumeLine(name);
        if (entry.TryGetValue(FormLabel.Duties, out var duties))
            yield return new ResumeLine(LineCleaner.Bullet + duties);
        yield return new ResumeLine("");
    }

    private static string WithoutAddress(string place) =>
        place.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? place[..comma] : place;

    private static FormLabel? LabelOf(string cell)
    {
        var key = CanonicalCharacters.Fold(LineCleaner.WithoutBullet(cell)).Replace('–', '-').Trim(' ', ':');
        // A long label may be cut by the edge of its column.
        return key.Length < 4 ? null : Labels.Where(label => label.Wording == key || (key.Contains(' ') && label.Wording.StartsWith(key, StringComparison.Ordinal)))
            .Select(label => (FormLabel?)label.Label).FirstOrDefault();
    }

    private static List<(string Wording, FormLabel Label)> Load()
    {
        var labels = new List<(string Wording, FormLabel Label)>();
        var current = FormLabel.Other;
        foreach (var line in EmbeddedText.Lines("Parsing.Data.form-labels.txt"))
        {
            if (line[0] == '[')
                current = Enum.Parse<FormLabel>(line.Trim('[', ']'));
            else
                labels.AddRange(line.Split(';', StringSplitOptions.TrimEntries).Select(wording => (wording, current)));
        }
        return labels;
    }

    private sealed record Row(FormLabel Label, string Cell, string Value);
}
