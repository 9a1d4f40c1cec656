using System.Text.Json;

namespace HotGigs.Client;

/// <summary>Finds what says where a frame belongs, without reading the rest of it.</summary>
internal static class FrameScanner
{
    /// <summary>Its type; empty for what is no frame.</summary>
    public static string TypeOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return MoveTo(ref reader, "type"u8) && reader.TokenType == JsonTokenType.String ? FrameTypes.Read(ref reader) : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>The id of the message that it answers, where that is a number.</summary>
    public static long? RefOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return MoveTo(ref reader, "ref"u8) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id) ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The frames within a batch, in their order. They share its memory.</summary>
    public static IReadOnlyList<Frame> Unpack(ReadOnlyMemory<byte> batch)
    {
        var frames = new List<Frame>();
        var reader = new Utf8JsonReader(batch.Span);
        try
        {
            if (!MoveTo(ref reader, "messages"u8) || reader.TokenType != JsonTokenType.StartArray)
                return frames;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var json = batch[start..(int)reader.BytesConsumed];
                frames.Add(new Frame(TypeOf(json.Span), json));
            }
        }
        catch (JsonException)
        {
            // What came before the fault is whole.
        }

        return frames;
    }

    private static bool MoveTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> field)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(field);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }

        return false;
    }
}
