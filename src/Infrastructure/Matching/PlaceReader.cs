using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HotGigs.Domain.Matching;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Reads city, region and country out of a place as people write it: "Austin, TX", "München", "Berlin / remote".</summary>
internal static partial class PlaceReader
{
    private static readonly char[] Separators = [',', '/', '|', '·', ';', '(', ')', '–', '—'];

    /// <summary>Large cities that are called differently abroad, each under the name they are compared by.</summary>
    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>
    {
        ["wien"] = "vienna", ["munchen"] = "munich", ["muenchen"] = "munich", ["koln"] = "cologne", ["koeln"] = "cologne",
        ["nurnberg"] = "nuremberg", ["zurich"] = "zurich", ["zuerich"] = "zurich", ["geneve"] = "geneva", ["genf"] = "geneva",
        ["praha"] = "prague", ["prag"] = "prague", ["warszawa"] = "warsaw", ["krakow"] = "cracow", ["lisboa"] = "lisbon",
        ["roma"] = "rome", ["milano"] = "milan", ["torino"] = "turin", ["napoli"] = "naples", ["firenze"] = "florence",
        ["sevilla"] = "seville", ["kobenhavn"] = "copenhagen", ["goteborg"] = "gothenburg", ["bruxelles"] = "brussels",
        ["brussel"] = "brussels", ["den haag"] = "the hague", ["bucuresti"] = "bucharest", ["kiev"] = "kyiv", ["київ"] = "kyiv",
        ["москва"] = "moscow", ["санкт-петербург"] = "saint petersburg", ["st petersburg"] = "saint petersburg",
        ["北京"] = "beijing", ["上海"] = "shanghai", ["深圳"] = "shenzhen", ["台北"] = "taipei", ["東京"] = "tokyo", ["東京都"] = "tokyo",
        ["大阪"] = "osaka", ["大阪府"] = "osaka", ["京都"] = "kyoto", ["bengaluru"] = "bangalore", ["gurugram"] = "gurgaon",
        ["new delhi"] = "delhi", ["ciudad de mexico"] = "mexico city", ["cdmx"] = "mexico city", ["new york city"] = "new york",
        ["nyc"] = "new york", ["quebec city"] = "quebec",
    }.ToFrozenDictionary();

    public static Place Read(string text)
    {
        if (Remote().IsMatch(CanonicalCharacters.Fold(text)))
            return new Place(text.Trim(), IsRemote: true);

        var parts = Noise().Replace(text, " ")
            .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim(' ', '-', '.'))
            .Where(part => part.Length > 0)
            .SelectMany(WithoutComma)
            .ToList();
        return parts.Count == 0 ? new Place(text.Trim()) : Locate(text.Trim(), parts);
    }

    private static string[] WithoutComma(string part) =>
        CityAndRegion().Match(part) is { Success: true } match && Places.Region(match.Groups["region"].Value) is not null
            ? [match.Groups["city"].Value, match.Groups["region"].Value]
            : [part];

    // The larger stands behind the smaller: "Austin, TX, USA".
    private static Place Locate(string text, List<string> parts)
    {
        string? region = null, country = null;
        var from = parts.Count;
        // A place of one word is a city before it is a state: "New York".
        var least = Places.City(parts[0]) is null && parts.Count == 1 ? 0 : 1;
        for (; from > least; from--)
        {
            var part = parts[from - 1];
            var isRegion = Places.Region(part) is { } of && (country is null || of == country) && !IsCountryOf(part, parts[0]);
            if (isRegion)
                (region, country) = (Places.RegionName(part), Places.Region(part));
            else if (Places.Country(part) is { } named && country is null)
                country = named;
            else
                break;
        }

        var city = from > 0 ? parts[0] : null;
        country ??= city is null ? null : Places.City(city);
        return new Place(text, city is null ? null : Key(city), region, country);
    }

    /// <summary>Whether a name that is that of a country and of a region means the country: "Tbilisi, Georgia".</summary>
    private static bool IsCountryOf(string name, string city) =>
        Places.Country(name) is { } country && (Places.City(city) is not { } of || of == country);

    private static string Key(string city)
    {
        var folded = CanonicalCharacters.Fold(city).Replace(".", "", StringComparison.Ordinal);
        return OtherNames.GetValueOrDefault(folded, folded);
    }

    [GeneratedRegex(@"(?<!\b(?:no|not|non|kein|keine|pas de|sin)[\s-])\b(?:remote|home\s?-?office|work from home|wfh|anywhere|worldwide|teletravail|teletrabajo|telelavoro)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Remote();

    // "Austin TX"
    [GeneratedRegex(@"^(?<city>\p{Lu}[\p{L}.\- ]+)\s(?<region>[A-Z]{2})$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CityAndRegion();

    // Postal codes, and how often one has to be there.
    [GeneratedRegex(@"\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b|\b(?:hybrid|on-?site|vor ort|metropolitan area|metro area|greater|area)\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Noise();
}
