using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HotGigs.Application.Common;

/// <summary>
/// The opaque form of a position at which a page ended. It carries a check sum over the list it belongs to, such as its
/// user's, so that a mangled one, or one of another list, is refused instead of answered with the wrong page. It is no secret: it grants nothing.
/// </summary>
internal static class CursorText
{
    private const int CheckLength = 8;

    /// <summary>Bytes that a position may have.</summary>
    private const int MaxLength = 64;

    public static string Write(ReadOnlySpan<byte> position, string list)
    {
        Span<byte> bytes = stackalloc byte[MaxLength + CheckLength];
        position.CopyTo(bytes);
        Check(position, list, bytes.Slice(position.Length, CheckLength));
        return Base64Url.EncodeToString(bytes[..(position.Length + CheckLength)]);
    }

    /// <summary>Reads a position of exactly the length of <paramref name="position"/>.</summary>
    public static bool TryRead([NotNullWhen(true)] string? cursor, string list, Span<byte> position)
    {
        Span<byte> bytes = stackalloc byte[MaxLength + CheckLength];
        bytes = bytes[..(position.Length + CheckLength)];
        Span<byte> check = stackalloc byte[CheckLength];
        if (cursor is null
            || cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            || !TryDecode(cursor, bytes))
            return false;

        bytes[..position.Length].CopyTo(position);
        Check(position, list, check);
        return check.SequenceEqual(bytes[position.Length..]);
    }

    // A last character with bits to spare makes the decoder throw, whatever its name says.
    private static bool TryDecode(string cursor, Span<byte> bytes)
    {
        try
        {
            return Base64Url.TryDecodeFromChars(cursor, bytes, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Check(ReadOnlySpan<byte> position, string list, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. position, .. Encoding.UTF8.GetBytes(list)], hash);
        hash[..check.Length].CopyTo(check);
    }
}
