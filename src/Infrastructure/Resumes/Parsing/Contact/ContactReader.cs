using HotGigs.Infrastructure.Resumes.Parsing.Sections;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>How to reach the person.</summary>
internal sealed record ContactDetails(string? Email, string? Phone, string? Location);

/// <summary>Reads e-mail, phone and location. Those of references belong to other people and come last.</summary>
internal static class ContactReader
{
    public static ContactDetails Read(IReadOnlyList<Section> sections)
    {
        var ordered = sections.OrderBy(Rank).SelectMany(section => section.Lines).ToList();
        var place = LocationReader.Read(sections);
        var email = EmailReader.Read(ordered);
        var country = place?.Country ?? CountryOf(email) ?? CountryInText(sections);
        return new ContactDetails(email, PhoneReader.Read(ordered, country), place?.Text);
    }

    private static int Rank(Section section) => section.Kind switch
    {
        SectionKind.Header or SectionKind.Contact => 0,
        SectionKind.References => 2,
        _ => 1,
    };

    // Domains that are sold worldwide say nothing about a country.
    private static string? CountryOf(string? email)
    {
        var domain = email?[(email.LastIndexOf('.') + 1)..].ToUpperInvariant();
        return domain switch
        {
            null or "IO" or "CO" or "ME" or "AI" or "TV" or "EU" => null,
            "UK" => "GB",
            { Length: 2 } => domain,
            _ => null,
        };
    }

    // Somebody who gives no address still works somewhere.
    private static string? CountryInText(IReadOnlyList<Section> sections) => sections
        .Where(section => section.Kind is SectionKind.Experience or SectionKind.Education)
        .SelectMany(section => section.Lines)
        .SelectMany(line => line.Text.Split(['\t', '|', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(part => PlaceText.Of(part)?.Country)
        .FirstOrDefault(country => country is not null);
}
