using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HotGigs.Application.Notifications;

/// <summary>
/// The opaque position at which a page of a feed ended. It carries a check sum over its user, so that a mangled one,
/// or one of another user, is refused instead of answered with the wrong page. It is no secret: it grants nothing.
/// </summary>
internal static class FeedCursor
{
    private const int SeqLength = sizeof(long);
    private const int CheckLength = 8;

    public static string Write(long seq, string userId)
    {
        Span<byte> bytes = stackalloc byte[SeqLength + CheckLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        Check(bytes[..SeqLength], userId, bytes[SeqLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, string userId, out long seq)
    {
        seq = 0;
        Span<byte> bytes = stackalloc byte[SeqLength + CheckLength];
        Span<byte> check = stackalloc byte[CheckLength];
        if (cursor is null
            || cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
            return false;

        Check(bytes[..SeqLength], userId, check);
        seq = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return check.SequenceEqual(bytes[SeqLength..]);
    }

    private static void Check(ReadOnlySpan<byte> seq, string userId, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. seq, .. Encoding.UTF8.GetBytes(userId)], hash);
        hash[..check.Length].CopyTo(check);
    }
}
