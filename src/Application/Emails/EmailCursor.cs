using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Application.Emails;

/// <summary>The opaque position at which a page of mails ended. It is no secret: it grants nothing.</summary>
internal static class EmailCursor
{
    private const int TicksLength = sizeof(long);
    private const int Length = TicksLength + 16;

    public static string Write(EmailPosition position)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.CreatedAt.UtcTicks);
        position.Id.TryWriteBytes(bytes[TicksLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, out EmailPosition position)
    {
        position = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (cursor is null
            || cursor.Length != Base64Url.GetEncodedLength(Length)
            || !cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
            return false;

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
            return false;
        position = new EmailPosition(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[TicksLength..]));
        return true;
    }
}
