using System.Text.Json;

namespace HotGigs.Tests.Shared;

/// <summary>Reads answers in as few words as a test can bear.</summary>
public static class JsonReading
{
    public static JsonElement Field(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new KeyNotFoundException($"There is no '{name}' in {json}");

    public static string? Text(this JsonElement json, string name) => json.Field(name).GetString();

    public static long Number(this JsonElement json, string name) => json.Field(name).GetInt64();

    public static bool Flag(this JsonElement json, string name) => json.Field(name).GetBoolean();

    public static Guid Id(this JsonElement json, string name) => json.Field(name).GetGuid();

    public static DateTimeOffset Time(this JsonElement json, string name) => json.Field(name).GetDateTimeOffset();

    public static bool IsNull(this JsonElement json, string name) => json.Field(name).ValueKind == JsonValueKind.Null;

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    /// <summary>The items of an array, of the object itself or of one of its fields.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string? name = null) =>
        [.. (name is null ? json : json.Field(name)).EnumerateArray()];

    /// <summary>The names of an object's fields, sorted and separated by blanks: good to compare, good to read.</summary>
    public static string Names(this JsonElement json) =>
        string.Join(' ', json.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
}
