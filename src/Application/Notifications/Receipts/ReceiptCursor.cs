using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>The position at which a page of receipts ended, as <see cref="CursorText"/>.</summary>
internal static class ReceiptCursor
{
    private const int IdLength = 16;

    public static string Write(ReceiptPosition position, string userId)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + IdLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.CreatedAt.UtcTicks);
        position.NotificationId.TryWriteBytes(bytes[sizeof(long)..]);
        return CursorText.Write(bytes, userId);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, string userId, out ReceiptPosition position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + IdLength];
        position = default;
        if (!CursorText.TryRead(cursor, userId, bytes)
            || BinaryPrimitives.ReadInt64BigEndian(bytes) is not (>= 0 and var ticks)
            || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;

        position = new ReceiptPosition(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[sizeof(long)..]));
        return true;
    }
}
