using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>Knows the many wordings of section headings in the languages that are read.</summary>
internal static partial class SectionHeadings
{
    private const int MaxLength = 60;
    private const int MaxHintWords = 5;

    private static readonly FrozenDictionary<string, SectionKind?> Hints = new Dictionary<string, SectionKind?>
    {
        ["experience"] = SectionKind.Experience,
        ["employment"] = SectionKind.Experience,
        ["erfahrung"] = SectionKind.Experience,
        ["education"] = SectionKind.Education,
        ["skills"] = SectionKind.Skills,
        ["competencies"] = SectionKind.Skills,
        ["kenntnisse"] = SectionKind.Skills,
        ["expertise"] = SectionKind.Skills,
        ["proficiencies"] = SectionKind.Skills,
        ["strengths"] = SectionKind.Skills,
        ["internships"] = SectionKind.Experience,
        ["appointments"] = SectionKind.Experience,
        ["courses"] = SectionKind.Certifications,
        ["languages"] = SectionKind.Languages,
        ["volunteering"] = SectionKind.Other,
        ["interests"] = SectionKind.Other,
        ["grants"] = SectionKind.Other,
        ["projects"] = SectionKind.Projects,
        ["certifications"] = SectionKind.Certifications,
        ["summary"] = SectionKind.Summary,
        ["profile"] = SectionKind.Summary,
        ["references"] = SectionKind.References,
        ["publications"] = SectionKind.Other,
        ["awards"] = SectionKind.Other,
        ["activities"] = SectionKind.Other,
    }.ToFrozenDictionary();

    // Where the adjective follows its noun: "Parcours professionnel académique", "Conhecimentos técnicos".
    private static readonly FrozenDictionary<string, SectionKind> LeadingHints = new Dictionary<string, SectionKind>
    {
        ["experiences"] = SectionKind.Experience,
        ["experiencia"] = SectionKind.Experience,
        ["experiencias"] = SectionKind.Experience,
        ["esperienze"] = SectionKind.Experience,
        ["parcours"] = SectionKind.Experience,
        ["atuacao"] = SectionKind.Experience,
        ["trayectoria"] = SectionKind.Experience,
        ["formations"] = SectionKind.Education,
        ["formacion"] = SectionKind.Education,
        ["formacao"] = SectionKind.Education,
        ["estudios"] = SectionKind.Education,
        ["cursus"] = SectionKind.Education,
        ["competences"] = SectionKind.Skills,
        ["competencias"] = SectionKind.Skills,
        ["competenze"] = SectionKind.Skills,
        ["conhecimentos"] = SectionKind.Skills,
        ["conocimientos"] = SectionKind.Skills,
        ["habilidades"] = SectionKind.Skills,
        ["kenntnisse"] = SectionKind.Skills,
        ["langues"] = SectionKind.Languages,
        ["projets"] = SectionKind.Projects,
        ["projetos"] = SectionKind.Projects,
        ["proyectos"] = SectionKind.Projects,
        ["activites"] = SectionKind.Other,
        ["atividades"] = SectionKind.Other,
        ["actividades"] = SectionKind.Other,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, SectionKind> Kinds = Load();

    private static readonly FrozenDictionary<string, SectionKind> KindsWithoutBlanks = Kinds
        .DistinctBy(pair => pair.Key.Replace(" ", "", StringComparison.Ordinal))
        .ToFrozenDictionary(pair => pair.Key.Replace(" ", "", StringComparison.Ordinal), pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The kind of section that a line announces if it is a heading, or <c>null</c>.</summary>
    public static SectionKind? KindOf(string line)
    {
        if (line.Length is 0 or > MaxLength)
            return null;
        var key = Normalize(line);
        return Lookup(key) ?? LookupJoined(key) ?? LookupWithoutQualifier(key) ?? LookupSpacedOut(line, key);
    }

    /// <summary>
    /// The kind that the noun of a short line hints at ("Selected Engineering Experience"): enough only for a line
    /// that also looks like a heading.
    /// </summary>
    public static SectionKind? HintOf(string line)
    {
        var words = Normalize(line).Split(' ');
        return words.Length is > 1 and <= MaxHintWords ? Hints.GetValueOrDefault(words[^1]) ?? LeadingHint(words[0]) : null;
    }

    private static SectionKind? LeadingHint(string word) =>
        LeadingHints.TryGetValue(word, out var kind) ? kind : null;

    // Some write "Academic Qualification", some "Qualifications".
    private static SectionKind? Lookup(string key) =>
        Kinds.TryGetValue(key, out var kind) || Kinds.TryGetValue(key + "s", out kind) ? kind : null;

    // "Education and Volunteering": the first named kind wins, since its entries usually come first.
    private static SectionKind? LookupJoined(string key)
    {
        var parts = Conjunction().Split(key);
        if (parts.Length is < 2 or > 3)
            return null;
        var kinds = parts.Select(part => Lookup(part)).ToList();
        return kinds.All(kind => kind is not null) ? kinds[0] : null;
    }

    // "Experience (selected)", "Work experience continued".
    private static SectionKind? LookupWithoutQualifier(string key)
    {
        var bare = Qualifier().Replace(key, "").Trim();
        return bare.Length < key.Length ? Lookup(bare) : null;
    }

    // "W O R K E X P E R I E N C E": once the letters are joined, nothing tells where the words end.
    private static SectionKind? LookupSpacedOut(string line, string key) =>
        SpacedLetters.Join(line) != line && KindsWithoutBlanks.TryGetValue(key, out var kind) ? kind : null;

    private static string Normalize(string line)
    {
        var folded = CanonicalCharacters.Fold(SpacedLetters.Join(LineCleaner.WithoutBullet(line)));
        folded = Numbering().Replace(folded, "");
        return Blanks().Replace(folded.Trim(' ', ':', '.', '-', '–', '—', '|', '/', '_', '*', '#', '=', '•', '>', '<', '[', ']', '【', '】', '■', '\t'), " ")
            .Replace(" & ", " and ", StringComparison.Ordinal);
    }

    private static FrozenDictionary<string, SectionKind> Load()
    {
        var kinds = new Dictionary<string, SectionKind>(StringComparer.Ordinal);
        var kind = SectionKind.Other;
        foreach (var line in EmbeddedText.Lines("Parsing.Data.headings.txt"))
        {
            if (line[0] == '[')
            {
                kind = Enum.Parse<SectionKind>(line.Trim('[', ']'));
                continue;
            }
            foreach (var wording in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                kinds.TryAdd(Normalize(wording), kind);
        }
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(?:\d{1,2}[.)]?|[ivx]{1,4}[.)])\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*(?:,| and | und | et | y | e | / |/|\+| \| )\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"\s*(?:\(.*\)|\bcontinued\b|\bcont'?d\.?)$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Qualifier();
}
