using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>A position with its period in a form that can be counted.</summary>
internal sealed record DatedPosition(Position Position, DateRange? Period);

/// <summary>Reads the work history.</summary>
internal static class ExperienceReader
{
    private const int MaxPositions = 40;
    private const int MaxDescription = 4_000;
    private const int MaxFollowing = 3;

    /// <summary>The positions, latest first.</summary>
    public static IReadOnlyList<DatedPosition> Read(IReadOnlyList<Section> sections)
    {
        var positions = sections
            .Where(section => section.Kind == SectionKind.Experience)
            .SelectMany(section => ReadSection(section.Lines))
            .ToList();
        if (positions.Count == 0)
            positions = ReadUnmarked(sections);
        return positions
            .OrderByDescending(position => End(position.Period))
            .ThenByDescending(position => position.Period?.Start?.MonthIndex ?? 0)
            .Take(MaxPositions)
            .ToList();
    }

    // Without a heading, only what has a period and a job title is taken for a position.
    private static List<DatedPosition> ReadUnmarked(IReadOnlyList<Section> sections) => sections
        .Where(section => section.Kind is not (SectionKind.Education or SectionKind.References or SectionKind.Certifications or SectionKind.Projects))
        .SelectMany(section => ReadSection(section.Lines))
        .Where(entry => entry.Period is not null && entry.Position.Title is { } title && JobTitles.IsIn(title))
        .ToList();

    private static List<DatedPosition> ReadSection(IReadOnlyList<ResumeLine> lines)
    {
        var entries = EntrySplitter.Split(lines);
        var pattern = Pattern(entries);
        var result = new List<DatedPosition>();
        string? company = null;
        foreach (var entry in entries)
        {
            var (header, used, _) = ReadHeader(entry, pattern);
            var description = Description(entry.Rest.Skip(used));
            // In a life told from the first day on, schools stand between the jobs.
            if (header.Title is null && description is null && header.Company is { } school && Organizations.IsSchool(school) && !IsGroup(entries, entry, pattern))
                continue;
            // A company's own line with its total period, above the positions held there.
            if (header.Title is null && description is null && header.Company is not null && entries.Count > 1)
            {
                company = header.Company;
                continue;
            }
            if (header.Title is null && header.Company is null)
                continue;
            company = header.Company ?? company;
            result.Add(new DatedPosition(ToPosition(header, entry.Period, company, description), entry.Period));
        }
        return result;
    }

    // Positions that name no company follow the company that they were held at.
    private static bool IsGroup(IReadOnlyList<ExperienceEntry> entries, ExperienceEntry entry, HeaderPattern pattern) =>
        entries.SkipWhile(other => other != entry).Skip(1).FirstOrDefault() is { } next && ReadHeader(next, pattern).Header is { Title: not null, Company: null };

    private static HeaderPattern Pattern(IReadOnlyList<ExperienceEntry> entries)
    {
        var headings = entries.Select(entry => ReadHeader(entry, HeaderPattern.Unknown)).ToList();
        var stacked = headings.Count(heading => heading.Lines > 1 && heading.Header is { Title: not null, Company: not null });
        return HeaderPattern.Of([.. headings.Select(heading => heading.Header.Order)], stacked);
    }

    private static (PositionHeader Header, int Used, int Lines) ReadHeader(ExperienceEntry entry, HeaderPattern pattern)
    {
        var parts = new HeaderParts();
        var lines = 0;
        foreach (var line in entry.Lead.Append(entry.Anchor))
            lines += Adds(line, parts);
        var header = PositionHeader.Read(parts, pattern);
        var used = 0;
        while (used < Math.Min(MaxFollowing, entry.Rest.Count) && IsWanted(entry.Rest[used], header, parts))
        {
            lines += Adds(entry.Rest[used], parts);
            header = PositionHeader.Read(parts, pattern);
            used++;
        }
        return (header, used, lines);
    }

    // How many lines hold phrases tells whether title and company share one.
    private static int Adds(ResumeLine line, HeaderParts parts)
    {
        var before = parts.Parts.Count;
        parts.Add(line.Text);
        return parts.Parts.Count > before ? 1 : 0;
    }

    private static bool IsWanted(ResumeLine line, PositionHeader header, HeaderParts parts)
    {
        if (line.Text.Length == 0 || !HeaderLine.Fits(line))
            return false;
        if (header.Title is null || header.Company is null)
            return true;
        var place = new HeaderParts();
        place.Add(line.Text);
        return parts.Location is null && place.Location is not null && place.Parts.Count == 0;
    }

    private static Position ToPosition(PositionHeader header, DateRange? period, string? company, string? description) => new(
        header.Title is { } title && IsUpper(title) ? TitleCase.Of(title) : header.Title,
        company,
        header.Location,
        period?.Start?.ToString(),
        period?.End?.ToString(),
        period?.IsCurrent ?? false,
        description);

    private static bool IsUpper(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    private static string? Description(IEnumerable<ResumeLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => LineCleaner.WithoutBullet(line.Text)).Where(line => line.Length > 0)).Replace('\t', ' ');
        return text.Length == 0 ? null : text.Length <= MaxDescription ? text : text[..MaxDescription];
    }

    private static int End(DateRange? period) => period switch
    {
        null => 0,
        { IsCurrent: true } => int.MaxValue,
        { End: { } end } => end.MonthIndex,
        _ => 0,
    };
}
