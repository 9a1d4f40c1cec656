using System.Text.Json;
using HotGigs.Domain.Common;

namespace HotGigs.Application.Events;

/// <summary>
/// Reads the fields of one JSON object of an event. What is wrong is noted under the field's path, and reading goes
/// on with an empty value, so that a sender hears of everything at once.
/// </summary>
internal sealed class EventFields(JsonElement json, string path, FieldErrors errors)
{
    public bool Has(string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    /// <summary>Text that must be there.</summary>
    public string Text(string field) => IsThere(field) ? OptionalText(field) ?? "" : "";

    public string? OptionalText(string field)
    {
        if (!Has(field))
            return null;
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out var text))
            return text;
        Refuse(field, "This must be text.");
        return null;
    }

    /// <summary>Text for which it is no fault to be missing or of another kind.</summary>
    public string? TextIfAny(string field) =>
        Has(field) && json.GetProperty(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out var text) ? text : null;

    /// <summary>A UUID that must be there, in its form with hyphens.</summary>
    public Guid Uuid(string field)
    {
        if (!IsThere(field))
            return default;
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out var text)
            && Guid.TryParseExact(text, "D", out var id))
            return id;
        Refuse(field, "This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.");
        return default;
    }

    /// <summary>A whole number that must be there.</summary>
    public int Number(string field)
    {
        if (!IsThere(field))
            return default;
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number))
            return number;
        Refuse(field, "This must be a whole number.");
        return default;
    }

    /// <summary>One of the names of an enum, which must be there.</summary>
    public TEnum Name<TEnum>(string field)
        where TEnum : struct, Enum
    {
        if (!IsThere(field))
            return default;
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out var text)
            && WireNames.TryParse<TEnum>(text, out var known))
            return known;
        Refuse(field, $"This must be one of {string.Join(", ", WireNames.All<TEnum>())}.");
        return default;
    }

    public DateTimeOffset? OptionalTime(string field)
    {
        if (!Has(field))
            return null;
        // A time without an offset would be read as one of wherever this server stands.
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out _)
            && value.TryGetDateTime(out var local) && local.Kind != DateTimeKind.Unspecified && value.TryGetDateTimeOffset(out var time))
            return time.ToUniversalTime();
        Refuse(field, "This must be an RFC 3339 time, such as 2026-03-01T12:00:00Z.");
        return null;
    }

    /// <summary>An object that must be there.</summary>
    public EventFields? Object(string field)
    {
        if (!IsThere(field))
            return null;
        if (json.GetProperty(field) is { ValueKind: JsonValueKind.Object } value)
            return new EventFields(value, $"{path}{field}.", errors);
        Refuse(field, "This must be a JSON object.");
        return null;
    }

    public void Refuse(string field, string message) => errors.Add(path + field, message);

    private bool IsThere(string field)
    {
        if (Has(field))
            return true;
        Refuse(field, "This is missing.");
        return false;
    }

    // Half a surrogate pair, such as "\ud800", is JSON by its grammar, but no text.
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
