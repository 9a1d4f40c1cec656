using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>Reads where the person lives from the header, the contact section or the lines around the e-mail address.</summary>
internal static partial class LocationReader
{
    // An address block is rarely longer.
    private const int Neighbourhood = 4;

    public static PlaceText? Read(IReadOnlyList<Section> sections) =>
        First(sections.Where(section => section.Kind is SectionKind.Contact or SectionKind.Header).SelectMany(section => section.Lines))
        ?? NearAddress([.. sections.Where(section => section.Kind is not SectionKind.References).SelectMany(section => section.Lines)]);

    // A sidebar without a heading is read after another section, but keeps its block together.
    private static PlaceText? NearAddress(List<ResumeLine> lines)
    {
        var address = lines.FindIndex(line => line.Text.Contains('@'));
        return address < 0
            ? null
            : First(lines.Skip(address - Neighbourhood).Take(Neighbourhood)) ?? First(lines.Skip(address).Take(Neighbourhood));
    }

    private static PlaceText? First(IEnumerable<ResumeLine> lines) => lines.Select(In).FirstOrDefault(place => place is not null);

    private static PlaceText? In(ResumeLine line)
    {
        var text = LineCleaner.WithoutBullet(line.Text);
        return Separators().Split(text)
            .Append(text)
            .Select(PlaceText.Of)
            .FirstOrDefault(place => place is not null);
    }

    [GeneratedRegex(@"\t|\s*[|•·;]\s*|\s+[–—/-]\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separators();
}
