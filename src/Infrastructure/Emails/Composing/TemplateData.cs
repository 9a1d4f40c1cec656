using System.Globalization;
using System.Text.Json;
using HotGigs.Domain.Preferences;

namespace HotGigs.Infrastructure.Emails.Composing;

/// <summary>Values as templates take them: texts, by name.</summary>
internal static class TemplateData
{
    /// <summary>The texts and numbers of a payload; what is nested, empty or unknown is left out.</summary>
    public static Dictionary<string, object?> Read(string payloadJson)
    {
        using var payload = JsonDocument.Parse(payloadJson);
        return payload.RootElement.EnumerateObject()
            .Select(field => (field.Name, Value: TextOf(field.Value)))
            .Where(field => field.Value.Length > 0)
            .ToDictionary(field => field.Name, object? (field) => field.Value, StringComparer.Ordinal);
    }

    /// <summary>A time as somebody in that zone reads it.</summary>
    public static string Time(DateTimeOffset time, string timeZone)
    {
        var zone = TimeZones.Find(timeZone);
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? " UTC" : "");
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
