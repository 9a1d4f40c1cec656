using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Identity;

/// <summary>
/// Finds the person's name: among the lines that are written like one, the one that is largest, earliest and
/// most like the e-mail address.
/// </summary>
internal static class NameReader
{
    private const int MaxHeaderLines = 15;
    private const int MaxBetween = 4;
    private const double Prominent = 1.25;

    public static string? Read(IReadOnlyList<Section> sections, string? email)
    {
        var lines = sections.SelectMany(section => section.Lines.Select((line, index) => (line, section.Kind, index))).ToList();
        var all = lines.Select(entry => entry.line).ToList();
        var bodySize = all.Count == 0 ? 0 : all.Select(line => line.FontSize).Order().ElementAt(all.Count / 2);
        var largest = all.Count == 0 ? 0 : all.Max(line => line.FontSize);
        NameCandidate? best = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, kind, index) = lines[i];
            if (kind is not (SectionKind.Header or SectionKind.Contact) && line.FontSize <= bodySize * 1.3)
                continue;
            if (kind is SectionKind.Header && index > MaxHeaderLines && line.FontSize <= bodySize * 1.3)
                continue;
            foreach (var candidate in At(all, i).Concat(Loose(all, i, bodySize, largest, email)))
            {
                var scored = candidate with { Score = Score(candidate, i, bodySize, email) };
                if (best is null || scored.Score > best.Score)
                    best = scored;
            }
        }
        return best is not null ? NameCase.Normalize(best.Name) : FromEmail(email);
    }

    private static IEnumerable<NameCandidate> At(List<ResumeLine> lines, int i)
    {
        var line = lines[i];
        var name = NameShape.Strip(line.Text);
        if (NameShape.Fits(name))
            yield return new NameCandidate(name, line.FontSize, IsLabelled(line.Text), 0);
        // What stands beside a large name may come between its lines.
        for (var next = i + 1; next < Math.Min(lines.Count, i + 1 + MaxBetween); next++)
        {
            var both = NameShape.Strip($"{line.Text} {lines[next].Text}");
            if (IsSecondHalf(line, lines[next]) && NameShape.Fits(both))
                yield return new NameCandidate(both, line.FontSize, true, 0);
        }
    }

    // "sukarno", "sofia lopez": where nothing is as large, or the address says the same, the letters need not be capitals.
    private static IEnumerable<NameCandidate> Loose(List<ResumeLine> lines, int i, double bodySize, double largest, string? email)
    {
        var line = lines[i];
        var name = NameShape.Strip(line.Text);
        if (!NameShape.FitsLoosely(name))
            yield break;
        var isProminent = line.FontSize > bodySize * Prominent && line.FontSize > largest - 0.5;
        var isConfirmed = i < MaxHeaderLines && name.Contains(' ') && Resemblance(name, email) >= 1;
        if (isProminent || isConfirmed)
            yield return new NameCandidate(name, line.FontSize, false, 0);
    }

    // A large name is often set on two lines, "JANE" over "DOE".
    private static bool IsSecondHalf(ResumeLine first, ResumeLine second) =>
        first.FontSize > 0
        && Math.Abs(first.FontSize - second.FontSize) < 0.5
        && first.FontSize >= 16
        && first.Text.Split(' ').Length <= 4
        && second.Text.Split(' ').Length <= 3
        && NameShape.FitsHalf(NameShape.Strip(first.Text))
        && NameShape.FitsHalf(NameShape.Strip(second.Text));

    private static bool IsLabelled(string text)
    {
        var folded = CanonicalCharacters.Fold(text);
        return folded.StartsWith("name", StringComparison.Ordinal) || folded.StartsWith("full name", StringComparison.Ordinal)
            || text.StartsWith("氏名", StringComparison.Ordinal) || text.StartsWith("姓名", StringComparison.Ordinal) || folded.StartsWith("фио", StringComparison.Ordinal);
    }

    private static double Score(NameCandidate candidate, int index, double bodySize, string? email)
    {
        var score = 10.0 - Math.Min(index, 20) * 0.4;
        if (bodySize > 0)
            score += Math.Min(candidate.Size / bodySize, 3) * 4;
        if (candidate.IsLabelled)
            score += 4;
        return score + 6 * Resemblance(candidate.Name, email);
    }

    private static double Resemblance(string name, string? email)
    {
        if (email is null)
            return 0;
        var local = CanonicalCharacters.Fold(email.Split('@')[0]);
        var words = CanonicalCharacters.Fold(name).Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).ToList();
        return words.Count == 0 ? 0 : words.Count(word => local.Contains(word, StringComparison.Ordinal)) / (double)words.Count;
    }

    // "jane.doe@example.com" names her where the document does not.
    private static string? FromEmail(string? email)
    {
        var parts = email?.Split('@')[0].Split(['.', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts is { Length: 2 } && parts.All(part => part.Length > 1 && part.All(char.IsLetter))
            ? NameCase.Normalize(string.Join(' ', parts))
            : null;
    }

    private sealed record NameCandidate(string Name, double Size, bool IsLabelled, double Score);
}
