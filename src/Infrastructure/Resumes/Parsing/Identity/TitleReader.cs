using System.Text.RegularExpressions;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Identity;

/// <summary>Reads the professional title: the headline near the name, or else that of the latest position.</summary>
internal static partial class TitleReader
{
    private const int MaxLength = 90;
    private const int MaxWords = 10;

    public static string? Read(IReadOnlyList<Section> sections, string? name, IReadOnlyList<Position> experience)
    {
        var headline = sections
            .Where(section => section.Kind is SectionKind.Header)
            .SelectMany(section => section.Lines)
            .Select(line => Headline(line.Text, name))
            .FirstOrDefault(title => title is not null);
        return headline ?? (experience.Count > 0 ? experience[0].Title : null);
    }

    private static string? Headline(string line, string? name)
    {
        if (line.Length > MaxLength || line.EndsWith('.'))
            return null;
        foreach (var part in Separators().Split(Label().Replace(LineCleaner.WithoutBullet(line), "")))
        {
            var text = part.Trim(' ', ',', '.', ':', '-');
            // The credentials behind a name ("Jane Doe, RN") are no title.
            if (NameCase.Normalize(NameShape.Strip(text)) == name)
                continue;
            var words = text.Split(' ').Length;
            if (words <= MaxWords && text.Length > 2 && JobTitles.IsIn(text) && !text.Contains('@') && !text.Any(char.IsDigit) && PlaceText.Of(text) is null)
                return IsUpper(text) ? TitleCase.Of(text) : text;
        }
        return null;
    }

    private static bool IsUpper(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    [GeneratedRegex(@"\t|\s*[|•·]\s*|\s+[–—]\s+|\s+-\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:title|position|designation|job\s+title|current\s+(?:role|position)|beruf|profession|puesto|должность|желаемая\s+должность|应聘职位|求职意向)\s*[:：]\s*", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Label();
}
