using System.Text.Json;
using HotGigs.Application.Common;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>A message of a client: a JSON object whose fields are read as they are asked for.</summary>
internal sealed class ClientMessage
{
    private const int MaxRefLength = 128;
    private const int UuidLength = 36;

    private readonly JsonElement fields;

    private ClientMessage(JsonElement fields)
    {
        this.fields = fields;
        Ref = ReadRef(fields);
    }

    /// <summary>The client's own <c>id</c> of the message, which the answer repeats; undefined where there is none that can be repeated.</summary>
    public JsonElement Ref { get; }

    /// <summary>Reads a message. It does not keep the bytes.</summary>
    /// <returns><c>null</c> if it is not one JSON object.</returns>
    public static ClientMessage? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var root = JsonElement.Parse(utf8, WireJson.Parsing);
            return root.ValueKind == JsonValueKind.Object ? new ClientMessage(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair, such as "\ud800": JSON by its grammar, but no text.
            return null;
        }
    }

    /// <summary>A field that must be there and hold text.</summary>
    /// <exception cref="RequestException"><c>validation_failed</c></exception>
    public string Text(string field) =>
        Field(field) is { ValueKind: JsonValueKind.String } value && TryGetText(value, out var text)
            ? text
            : throw RequestException.Invalid(field, "This must be text.");

    /// <summary>A field that must be there and hold a UUID, in its form with hyphens.</summary>
    /// <exception cref="RequestException"><c>validation_failed</c></exception>
    public Guid Uuid(string field) =>
        Field(field) is { ValueKind: JsonValueKind.String } value && TryGetUuid(value, out var id)
            ? id
            : throw RequestException.Invalid(field, "This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.");

    /// <summary>A field that must be there and hold a whole number.</summary>
    /// <exception cref="RequestException"><c>validation_failed</c></exception>
    public long Number(string field) =>
        Field(field) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : throw RequestException.Invalid(field, "This must be a whole number.");

    /// <summary>A field that must be there and hold <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="RequestException"><c>validation_failed</c></exception>
    public bool Flag(string field) =>
        Field(field) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
            ? value.GetBoolean()
            : throw RequestException.Invalid(field, "This must be true or false.");

    private JsonElement Field(string name) =>
        fields.TryGetProperty(name, out var value)
            ? value
            : throw RequestException.Invalid(name, "This is missing.");

    private static JsonElement ReadRef(JsonElement fields) =>
        fields.TryGetProperty("id"u8, out var id)
        && (id.ValueKind == JsonValueKind.String
            ? TryGetText(id, out var text) && text.Length <= MaxRefLength
            : id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _))
            ? id
            : default;

    // The parser alone would take white space around it, too.
    private static bool TryGetUuid(JsonElement value, out Guid id)
    {
        id = default;
        return TryGetText(value, out var text) && text.Length == UuidLength && Guid.TryParseExact(text, "D", out id);
    }

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
