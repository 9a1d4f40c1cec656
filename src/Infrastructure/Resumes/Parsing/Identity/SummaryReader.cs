using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Identity;

/// <summary>Reads the introductory paragraph: the summary section, or prose below the name.</summary>
internal static class SummaryReader
{
    private const int MaxLength = 2_000;
    private const int MinProseWords = 9;

    public static string? Read(IReadOnlyList<Section> sections)
    {
        var section = sections.FirstOrDefault(section => section.Kind == SectionKind.Summary && section.Lines.Any(line => line.Text.Length > 0));
        var lines = section?.Lines ?? HeaderProse(sections);
        var text = string.Join(' ', lines.Select(line => LineCleaner.WithoutBullet(line.Text)).Where(line => line.Length > 0)).Replace('\t', ' ');
        return text.Length == 0 ? null : text.Length <= MaxLength ? text : text[..MaxLength].TrimEnd() + "…";
    }

    private static List<ResumeLine> HeaderProse(IReadOnlyList<Section> sections) => sections
        .Where(section => section.Kind == SectionKind.Header)
        .SelectMany(section => section.Lines)
        .SkipWhile(line => !IsProse(line.Text))
        .TakeWhile(line => line.Text.Length > 0)
        .ToList();

    private static bool IsProse(string text) =>
        text.Split(' ').Length >= MinProseWords && !text.Contains('@') && !text.Contains('|') && !text.Contains('\t') && !text.Contains('•');
}
