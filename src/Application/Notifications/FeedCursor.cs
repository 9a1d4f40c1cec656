using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using HotGigs.Application.Common;

namespace HotGigs.Application.Notifications;

/// <summary>The position at which a page of a feed ended, as <see cref="CursorText"/>.</summary>
internal static class FeedCursor
{
    public static string Write(long seq, string userId)
    {
        Span<byte> position = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(position, seq);
        return CursorText.Write(position, userId);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, string userId, out long seq)
    {
        Span<byte> position = stackalloc byte[sizeof(long)];
        var isRead = CursorText.TryRead(cursor, userId, position);
        seq = isRead ? BinaryPrimitives.ReadInt64BigEndian(position) : 0;
        return isRead;
    }
}
