using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>A place as it is written, such as "Austin, TX", and the country it lies in where that is known.</summary>
internal sealed partial record PlaceText(string Text, string? Country)
{
    private const int MaxLength = 70;
    private const int MaxCityWords = 4;

    /// <summary>The place that a text names and nothing else, without street and postal code; <c>null</c> for other texts.</summary>
    public static PlaceText? Of(string text)
    {
        var whole = text.Trim(' ', ',', '.', '(', ')', '|');
        if (whole.Length <= MaxLength && Remote().IsMatch(whole))
            return new PlaceText(whole, null);
        var bare = Decoration().Replace(whole, "").Trim(' ', ',', '.', '(', ')', '|');
        if (bare.Length is < 2 or > MaxLength)
            return null;
        var parts = bare.Split([',', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutPostalCode)
            .Where(part => part.Length > 0)
            .ToList();
        return Tail(parts);
    }

    // "12 Main St, Austin, TX 78701, USA": what counts is the end.
    private static PlaceText? Tail(List<string> parts)
    {
        if (parts.Count == 0)
            return null;
        var last = parts[^1];
        if (parts.Count >= 2 && (Places.Country(last) ?? Places.Region(last)) is { } country)
        {
            var isCountry = Places.Country(last) is not null;
            var city = parts[^2];
            if (isCountry && parts.Count >= 3 && Places.Region(city) is not null && IsCityName(parts[^3]))
                return new PlaceText(string.Join(", ", parts[^3..]), Places.Country(last));
            // "Mercy Hospital, Austin, TX" names more than a place.
            return IsCityName(city) && parts[..^2].TrueForAll(part => Street().IsMatch(part)) ? new PlaceText($"{city}, {last}", country) : null;
        }
        if (parts.Count == 1 && CityAndRegion().Match(last) is { Success: true } match && Places.Region(match.Groups["region"].Value) is { } state)
            return new PlaceText(last, state);
        if (parts.Count == 1 && (Places.City(last) ?? Places.Country(last)) is { } alone)
            return new PlaceText(last, alone);
        if (parts.Count is 2 or 3 && Places.City(last) is { } cityCountry && parts[..^1].TrueForAll(part => Street().IsMatch(part)))
            return new PlaceText(last, cityCountry);
        return parts.Count == 2 && Places.City(parts[0]) is { } known && IsCityName(last) && last.Length < 25 && !JobTitles.IsIn(last)
            ? new PlaceText($"{parts[0]}, {last}", known)
            : null;
    }

    private static bool IsCityName(string text) =>
        text.Split(' ').Length <= MaxCityWords && text.Length > 1 && char.IsUpper(text[0]) | text[0] > '\u2E80' && !text.Any(char.IsDigit) && !text.Contains('/') && !LegalForm().IsMatch(text);

    private static string WithoutPostalCode(string part) =>
        Street().IsMatch(part) ? part : PostalCode().Replace(part, "").Trim(' ', '-');

    [GeneratedRegex(@"^(?:(?:location|address|based in|lives in|adresse|anschrift|wohnort|ort|ubicación|dirección|domicilio|lieu|residence|city|home|住所|адрес|город)\s*[:：]?\s+|(?:location|address|adresse|住所|адрес|город)[:：]\s*)|\s*[(\[]?(?:remote|hybrid|on-?site)[)\]]?$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\b(?:inc|llc|ltd|gmbh|corp|plc|co)\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"^(?:fully\s+|100%\s+)?(?:remote|hybrid|télétravail|homeoffice|teletrabajo)\b.{0,25}$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Remote();

    // US and German numbers, "SW1A 1AA", "1012 AB", "K1A 0B1".
    [GeneratedRegex(@"\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b(?:\s[A-Z]{2}\b)?|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.\- ]+\s(?<region>[A-Z]{2})$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CityAndRegion();

    // A house number in front, or a word for a street; "Bistro 42" is neither.
    [GeneratedRegex(@"^\d{1,3}[a-z]?(?:\s|$)|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|straat|laan)(?:\s+\d|$)|\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|court|ct|highway|hwy|square|terrace|parkway|pkwy|rue|calle|avenida|via|piazza|plaza|apt|suite|unit|floor|block)\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Street();
}
