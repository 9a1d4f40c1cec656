using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>How a frame from a server stands on the network: RFC 6455, section 5.2, unmasked, unfragmented, uncompressed.</summary>
internal static class WireFrame
{
    /// <summary>The first byte of a whole text message.</summary>
    public const byte Text = 0x81;

    /// <summary>The first byte of a close frame.</summary>
    public const byte Close = 0x88;

    /// <summary>Bytes before the longest payload.</summary>
    public const int MaxHeader = 10;

    // A control frame has at most 125 bytes, of which the code takes two.
    private const int MaxReason = 123;

    /// <summary>Asks for a pong.</summary>
    public static Frame Ping { get; } = Frame.OfWire([0x89, 0]);

    public static int HeaderSize(int payload) => payload < 126 ? 2 : payload <= ushort.MaxValue ? 4 : MaxHeader;

    /// <summary>Writes what precedes a payload.</summary>
    /// <returns>How many bytes that is.</returns>
    public static int WriteHeader(Span<byte> target, byte first, int payload)
    {
        target[0] = first;
        switch (HeaderSize(payload))
        {
            case 2:
                target[1] = (byte)payload;
                return 2;
            case 4:
                target[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)payload);
                return 4;
            default:
                target[1] = 127;
                BinaryPrimitives.WriteInt64BigEndian(target[2..], payload);
                return MaxHeader;
        }
    }

    /// <summary>A close frame. A reason that is too long is cut.</summary>
    public static Frame Closing(int code, string reason)
    {
        var text = Encoding.UTF8.GetBytes(reason);
        var length = Math.Min(text.Length, MaxReason);
        // Not within a character.
        while (length < text.Length && (text[length] & 0xC0) == 0x80)
            length--;

        var wire = new byte[2 + 2 + length];
        WriteHeader(wire, Close, 2 + length);
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(2), (ushort)code);
        text.AsSpan(0, length).CopyTo(wire.AsSpan(4));
        return Frame.OfWire(wire);
    }

    /// <summary>The code of a close frame: 1005 where it has none.</summary>
    public static int CodeOf(ReadOnlySpan<byte> close) =>
        close.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(close[2..]) : 1005;
}
