using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HotGigs.Application.Common;

/// <summary>
/// The opaque position at which a page of a list by time ended. It carries a check sum over the list it belongs to,
/// so that a mangled one, or one of another list, is refused. It is no secret: it grants nothing.
/// </summary>
internal static class TimeCursor
{
    private const int PositionLength = sizeof(long) + 16;
    private const int CheckLength = 8;

    /// <param name="position">Time and id of the last item of the page.</param>
    /// <param name="list">Names the list, such as the user it is about.</param>
    public static string Write((DateTimeOffset At, Guid Id) position, string list)
    {
        Span<byte> bytes = stackalloc byte[PositionLength + CheckLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.At.UtcTicks);
        position.Id.TryWriteBytes(bytes[sizeof(long)..]);
        Check(bytes[..PositionLength], list, bytes[PositionLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, string list, out (DateTimeOffset At, Guid Id) position)
    {
        position = default;
        Span<byte> bytes = stackalloc byte[PositionLength + CheckLength];
        Span<byte> check = stackalloc byte[CheckLength];
        if (cursor is null
            || cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
            return false;

        Check(bytes[..PositionLength], list, check);
        if (!check.SequenceEqual(bytes[PositionLength..]))
            return false;
        position = (
            new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero),
            new Guid(bytes[sizeof(long)..PositionLength]));
        return true;
    }

    private static void Check(ReadOnlySpan<byte> position, string list, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. position, .. Encoding.UTF8.GetBytes(list)], hash);
        hash[..check.Length].CopyTo(check);
    }
}
