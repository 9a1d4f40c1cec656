using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Application.Common;

/// <summary>The position at which a page of a list by time ended, as <see cref="CursorText"/>.</summary>
internal static class TimeCursor
{
    private const int IdLength = 16;

    /// <param name="position">Time and id of the last item of the page.</param>
    /// <param name="list">Names the list, such as the user it is about.</param>
    public static string Write((DateTimeOffset At, Guid Id) position, string list)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + IdLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.At.UtcTicks);
        position.Id.TryWriteBytes(bytes[sizeof(long)..]);
        return CursorText.Write(bytes, list);
    }

    public static bool TryRead([NotNullWhen(true)] string? cursor, string list, out (DateTimeOffset At, Guid Id) position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + IdLength];
        position = default;
        if (!CursorText.TryRead(cursor, list, bytes)
            || BinaryPrimitives.ReadInt64BigEndian(bytes) is not (>= 0 and var ticks)
            || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;

        position = (new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[sizeof(long)..]));
        return true;
    }
}
