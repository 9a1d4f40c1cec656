using System.Text.Json;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames that tell someone what became of a notification they caused.</summary>
internal static class ReceiptFrames
{
    public static Frame Receipt(Receipt receipt) =>
        Frame.Create("receipt", receipt, static (json, receipt) =>
        {
            json.WriteString("notification_id"u8, receipt.NotificationId);
            json.WriteString("recipient_id"u8, receipt.RecipientId);
            Write(json, "delivered_at"u8, receipt.DeliveredAt);
            Write(json, "seen_at"u8, receipt.SeenAt);
            Write(json, "read_at"u8, receipt.ReadAt);
        });

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } known)
            json.WriteTime(name, known);
        else
            json.WriteNull(name);
    }
}
