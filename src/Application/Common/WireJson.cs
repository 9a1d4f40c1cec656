using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotGigs.Application.Common;

/// <summary>How everything on the wire is written: snake_case names, RFC 3339 times in UTC with <c>Z</c>, nulls included.</summary>
public static class WireJson
{
    /// <summary>RFC 3339 to the millisecond, of a time that is in UTC already; 24 characters.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>How JSON of others is parsed: of two fields of the same name, which would count? Better none.</summary>
    public static JsonDocumentOptions Parsing { get; } = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Applies the wire format to options that somebody else owns.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        // Only what would be unsafe in HTML is escaped: names keep their accents, and the answer is never HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTimeConverter());
        return options;
    }

    private sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[24];
            value.UtcDateTime.TryFormat(text, out var written, TimeFormat, CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..written]);
        }
    }
}
