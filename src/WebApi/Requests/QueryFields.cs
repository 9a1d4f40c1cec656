using System.Globalization;
using HotGigs.Application.Common;

namespace HotGigs.WebApi.Requests;

/// <summary>Reads query parameters, and names the one that is wrong.</summary>
internal static class QueryFields
{
    public static string? Text(this IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;

    public static int Number(this IQueryCollection query, string name, int otherwise) => query.Text(name) switch
    {
        null => otherwise,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw RequestException.Invalid(name, $"'{name}' must be a whole number."),
    };

    /// <summary>A number that must be there.</summary>
    public static long LongNumber(this IQueryCollection query, string name) =>
        long.TryParse(query.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw RequestException.Invalid(name, $"'{name}' must be given as a whole number.");

    public static Guid? Uuid(this IQueryCollection query, string name) => query.Text(name) switch
    {
        null => null,
        { } text when Guid.TryParseExact(text, "D", out var id) => id,
        _ => throw RequestException.Invalid(name, $"'{name}' must be a UUID."),
    };

    public static bool Flag(this IQueryCollection query, string name) => query.Text(name)?.ToLowerInvariant() switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw RequestException.Invalid(name, $"'{name}' must be true or false."),
    };

    /// <summary>Values that are repeated or separated by commas.</summary>
    public static IReadOnlyList<string> Texts(this IQueryCollection query, string name) =>
        [.. query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
