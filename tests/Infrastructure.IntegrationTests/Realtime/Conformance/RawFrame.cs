using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>How the length of a frame is written; the standard asks for the shortest.</summary>
internal enum LengthForm
{
    Shortest,
    TwoBytes,
    EightBytes,
}

/// <summary>One frame of RFC 6455, section 5.2, right or wrong.</summary>
/// <param name="First">FIN, the reserved bits and the opcode.</param>
/// <param name="Payload">Not masked.</param>
internal sealed record RawFrame(byte First, byte[] Payload)
{
    public const byte Fin = 0x80;

    private static readonly byte[] Mask = [0x37, 0xFA, 0x21, 0x3D];

    public int Opcode => First & 0x0F;

    public bool IsMessage => Opcode == 1;

    public string Text => Encoding.UTF8.GetString(Payload);

    /// <summary>Of a close frame; 1005 where it has none.</summary>
    public int CloseCode => Payload.Length < 2 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(Payload);

    public static RawFrame OfText(string text, bool isLast = true) => Of(1, Encoding.UTF8.GetBytes(text), isLast);

    public static RawFrame OfText(byte[] utf8, bool isLast = true) => Of(1, utf8, isLast);

    public static RawFrame OfBinary(byte[] payload) => Of(2, payload);

    public static RawFrame Continuation(string text, bool isLast) => Of(0, Encoding.UTF8.GetBytes(text), isLast);

    public static RawFrame Continuation(byte[] payload, bool isLast) => Of(0, payload, isLast);

    public static RawFrame Ping(params byte[] payload) => Of(9, payload);

    public static RawFrame Pong(params byte[] payload) => Of(10, payload);

    public static RawFrame Close(int code, string reason = "") => Close(code, Encoding.UTF8.GetBytes(reason));

    public static RawFrame Close(int code, byte[] reason) => Of(8, [(byte)(code >> 8), (byte)code, .. reason]);

    public static RawFrame Of(int opcode, byte[] payload, bool isLast = true) => new((byte)(opcode | (isLast ? Fin : 0)), payload);

    /// <summary>As a client sends it, or as none may.</summary>
    public byte[] ToWire(bool isMasked = true, LengthForm form = LengthForm.Shortest)
    {
        if (form == LengthForm.Shortest && Payload.Length >= 126)
            form = Payload.Length <= ushort.MaxValue ? LengthForm.TwoBytes : LengthForm.EightBytes;

        var masked = isMasked ? 0x80 : 0;
        var wire = new List<byte> { First };
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, Payload.Length);
        switch (form)
        {
            case LengthForm.Shortest:
                wire.Add((byte)(masked | Payload.Length));
                break;
            case LengthForm.TwoBytes:
                wire.Add((byte)(masked | 126));
                wire.AddRange(length[6..]);
                break;
            default:
                wire.Add((byte)(masked | 127));
                wire.AddRange(length);
                break;
        }

        if (!isMasked)
            return [.. wire, .. Payload];
        wire.AddRange(Mask);
        wire.AddRange(Payload.Select((each, i) => (byte)(each ^ Mask[i % 4])));
        return [.. wire];
    }
}
