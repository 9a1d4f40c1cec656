using System.Collections.Frozen;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>The kept gazetteer: countries, their states and provinces, and larger cities.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string> Countries;
    private static readonly FrozenDictionary<string, string> Regions;
    private static readonly FrozenDictionary<string, string> RegionCodes;
    private static readonly FrozenDictionary<string, string> RegionNames;
    private static readonly FrozenDictionary<string, string> Cities;

    static Places()
    {
        var countries = new Dictionary<string, string>();
        var regions = new Dictionary<string, string>();
        var codes = new Dictionary<string, string>();
        var names = new Dictionary<string, string>();
        var cities = new Dictionary<string, string>();
        foreach (var line in EmbeddedText.Lines("Parsing.Data.places.txt"))
        {
            if (line[0] == '@')
                AddCountry(line[1..].Split('|'), countries);
            else if (line[0] == '>')
                AddRegion(line[1..].Split('|'), regions, codes, names);
            else
                AddCities(line, cities);
        }
        Countries = countries.ToFrozenDictionary();
        Regions = regions.ToFrozenDictionary();
        RegionCodes = codes.ToFrozenDictionary();
        RegionNames = names.ToFrozenDictionary();
        Cities = cities.ToFrozenDictionary();
    }

    /// <summary>ISO code of the country that a text names as a whole, or <c>null</c>.</summary>
    public static string? Country(string text) => Countries.GetValueOrDefault(Key(text));

    /// <summary>ISO code of the country of a state or province, whose abbreviation counts in capitals only ("IN", not "in").</summary>
    public static string? Region(string text) =>
        Regions.GetValueOrDefault(Key(text)) ?? RegionCodes.GetValueOrDefault(text.Trim());

    /// <summary>The folded name of a state or province, the same for its abbreviation.</summary>
    public static string? RegionName(string text) => Regions.ContainsKey(Key(text)) ? Key(text) : RegionNames.GetValueOrDefault(text.Trim());

    /// <summary>ISO code of the country of a city.</summary>
    public static string? City(string text) => Cities.GetValueOrDefault(Key(text));

    private static void AddCountry(string[] fields, Dictionary<string, string> countries)
    {
        countries.TryAdd(Key(fields[0]), fields[1]);
        foreach (var name in fields.Skip(2))
            countries.TryAdd(Key(name), fields[1]);
    }

    private static void AddRegion(
        string[] fields, Dictionary<string, string> regions, Dictionary<string, string> codes, Dictionary<string, string> names)
    {
        regions.TryAdd(Key(fields[0]), fields[1]);
        codes.TryAdd(fields[2], fields[1]);
        names.TryAdd(fields[2], Key(fields[0]));
    }

    private static void AddCities(string line, Dictionary<string, string> cities)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        foreach (var city in line[(colon + 1)..].Split(','))
            cities.TryAdd(Key(city), line[..colon]);
    }

    private static string Key(string text) => CanonicalCharacters.Fold(text.Trim()).Replace(".", "", StringComparison.Ordinal);
}
