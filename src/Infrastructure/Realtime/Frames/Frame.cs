using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HotGigs.Application.Common;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>One message to clients, as it stands on the network: immutable, serialised once, shared by all its receivers.</summary>
internal sealed class Frame : Outbound
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // As in WireJson: names keep their accents, and a frame is never HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private const int MaxScratch = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? scratch;

    private readonly byte[] wire;
    private readonly int header;

    private Frame(byte[] wire, int header)
    {
        this.wire = wire;
        this.header = header;
    }

    /// <summary>
    /// When the change it tells of was committed, as a timestamp of the server's <see cref="TimeProvider"/>;
    /// <see cref="long.MaxValue"/> for all that tells of none. Set before it is shared.
    /// </summary>
    public long CommittedAt { get; set; } = long.MaxValue;

    /// <summary>The whole frame.</summary>
    public ReadOnlyMemory<byte> Wire => wire;

    /// <summary>The message in it, as JSON.</summary>
    public ReadOnlyMemory<byte> Utf8 => wire.AsMemory(header);

    /// <summary>Whether it holds a message, as opposed to a pong or a close.</summary>
    public bool IsMessage => wire[0] == WireFrame.Text;

    public override int Size => wire.Length;

    /// <summary>Writes a JSON object that begins with its <c>type</c>.</summary>
    /// <param name="type">The type on the wire.</param>
    /// <param name="content">What <paramref name="write"/> needs: passed on, so that it can be static.</param>
    /// <param name="write">Writes the other fields.</param>
    public static Frame Create<TContent>(string type, TContent content, Action<Utf8JsonWriter, TContent> write)
    {
        var (buffer, json) = scratch ??= CreateScratch();
        try
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            write(json, content);
            json.WriteEndObject();
            json.Flush();
            return OfMessage(buffer.WrittenSpan);
        }
        finally
        {
            // Also after an exception: the next frame of this thread must not begin with half of this one.
            buffer.ResetWrittenCount();
            json.Reset();
            // One huge frame must not keep its memory for as long as its thread lives.
            if (buffer.Capacity > MaxScratch)
                scratch = null;
        }
    }

    /// <summary>A frame that is complete already, such as a pong.</summary>
    public static Frame OfWire(byte[] wire) => new(wire, header: wire[1] < 126 ? 2 : wire[1] == 126 ? 4 : WireFrame.MaxHeader);

    public override Frame? Take() => this;

    private static Frame OfMessage(ReadOnlySpan<byte> utf8)
    {
        var header = WireFrame.HeaderSize(utf8.Length);
        var wire = new byte[header + utf8.Length];
        WireFrame.WriteHeader(wire, WireFrame.Text, utf8.Length);
        utf8.CopyTo(wire.AsSpan(header));
        return new Frame(wire, header);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) CreateScratch()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, WriterOptions));
    }
}

/// <summary>Writes values the way the wire contract wants them.</summary>
internal static class FrameWriting
{
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[24];
        time.UtcDateTime.TryFormat(text, out var written, WireJson.TimeFormat, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..written]);
    }

    /// <summary>Repeats the <c>id</c> of the message that is answered, if it had one.</summary>
    public static void WriteRef(this Utf8JsonWriter json, JsonElement reference)
    {
        if (reference.ValueKind == JsonValueKind.Undefined)
            return;
        json.WritePropertyName("ref"u8);
        reference.WriteTo(json);
    }
}
