using System.Security.Cryptography;
using System.Text.Json;

namespace HotGigs.Application.Realtime;

/// <summary>
/// Names announcements whose senders did not. Whoever gets no answer sends the same again, and must not tell
/// thousands twice: the same words of the same sender to the same room within a clock hour are the same announcement.
/// </summary>
internal static class AnnouncementIds
{
    private const long TicksPerWindow = TimeSpan.TicksPerHour;

    public static Guid Of(BroadcastToRoom broadcast, DateTimeOffset now)
    {
        var said = JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            broadcast.Sender.Id, broadcast.Room, broadcast.Title, broadcast.Message, broadcast.ActionUrl, broadcast.Data, now.UtcTicks / TicksPerWindow,
        });
        Span<byte> id = SHA256.HashData(said).AsSpan(0, 16);
        // Version 8 of RFC 9562: made by rules of our own.
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
