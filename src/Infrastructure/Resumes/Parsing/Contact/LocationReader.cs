using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>Reads where the person lives from the header or the contact section.</summary>
internal static partial class LocationReader
{
    public static PlaceText? Read(IReadOnlyList<Section> sections) => sections
        .Where(section => section.Kind is SectionKind.Contact or SectionKind.Header)
        .SelectMany(section => section.Lines)
        .Select(In)
        .FirstOrDefault(place => place is not null);

    private static PlaceText? In(ResumeLine line)
    {
        var text = LineCleaner.WithoutBullet(line.Text);
        return Separators().Split(text)
            .Append(text)
            .Select(PlaceText.Of)
            .FirstOrDefault(place => place is not null);
    }

    [GeneratedRegex(@"\t|\s*[|•·;]\s*|\s+[–—/-]\s+")]
    private static partial Regex Separators();
}
