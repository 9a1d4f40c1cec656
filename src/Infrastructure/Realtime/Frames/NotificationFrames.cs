using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about the changes of a feed, each with the position and the count right after it.</summary>
internal static class NotificationFrames
{
    public static Frame Created(NotificationCreated created) =>
        Frame.Create("notification", created, static (json, created) =>
        {
            var notification = created.Notification;
            var type = notification.Type.ToWireName();
            json.WriteString("notification_type"u8, type);
            json.WriteStartObject("data"u8);
            json.WriteString("notification_id"u8, notification.Id);
            // Again, because existing clients are handed the data alone.
            json.WriteString("notification_type"u8, type);
            json.WriteString("title"u8, notification.Title);
            json.WriteString("message"u8, notification.Message);
            json.WriteString("action_url"u8, notification.ActionUrl);
            WritePayload(json, notification.PayloadJson);
            json.WriteEndObject();
            json.WriteTime("timestamp"u8, notification.CreatedAt);
            WritePosition(json, created.Feed);
            // Whether a page may ring: preferences and quiet hours are known here.
            json.WriteStartArray("channels"u8);
            foreach (var channel in notification.Channels.WireNames())
                json.WriteStringValue(channel);
            json.WriteEndArray();
        });

    public static Frame Changed(NotificationsChanged changed) =>
        Frame.Create("notification_updated", changed, static (json, changed) =>
        {
            WritePosition(json, changed.Feed);
            json.WriteStartArray("changes"u8);
            foreach (var state in changed.Changes)
            {
                json.WriteStartObject();
                json.WriteString("notification_id"u8, state.NotificationId);
                json.WriteBoolean("is_read"u8, state.IsRead);
                json.WriteBoolean("is_seen"u8, state.IsSeen);
                json.WriteBoolean("is_archived"u8, state.IsArchived);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    public static Frame ReadUpTo(NotificationsReadUpTo read) =>
        Frame.Create("notification_updated", read, static (json, read) =>
        {
            WritePosition(json, read.Feed);
            json.WriteNumber("read_up_to_seq"u8, read.UpToSeq);
            if (read.Type is { } type)
                json.WriteString("notification_type"u8, type.ToWireName());
        });

    public static Frame Restored(NotificationsRestored restored) =>
        Frame.Create("notification_updated", restored, static (json, restored) =>
        {
            WritePosition(json, restored.Feed);
            json.WriteStartArray("notifications"u8);
            foreach (var notification in restored.Notifications)
                JsonSerializer.Serialize(json, NotificationDto.Of(notification), WireJson.Options);
            json.WriteEndArray();
        });

    public static Frame Deleted(NotificationsDeleted deleted) =>
        Frame.Create("notification_deleted", deleted, static (json, deleted) =>
        {
            WritePosition(json, deleted.Feed);
            json.WriteStartArray("notification_ids"u8);
            foreach (var id in deleted.NotificationIds)
                json.WriteStringValue(id);
            json.WriteEndArray();
        });

    public static Frame Synced(SyncResult result, JsonElement reference) =>
        Frame.Create("sync_result", (result, reference), static (json, answer) =>
        {
            // The very object that REST answers with.
            foreach (var field in JsonSerializer.SerializeToElement(answer.result, WireJson.Options).EnumerateObject())
                field.WriteTo(json);
            json.WriteRef(answer.reference);
        });

    private static void WritePosition(Utf8JsonWriter json, FeedSnapshot feed)
    {
        json.WriteNumber("seq"u8, feed.Seq);
        json.WriteNumber("unread_count"u8, feed.UnreadCount);
    }

    private static void WritePayload(Utf8JsonWriter json, string payload)
    {
        using var document = JsonDocument.Parse(payload);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (!IsFixed(field))
                field.WriteTo(json);
        }
    }

    private static bool IsFixed(JsonProperty field) =>
        field.NameEquals("notification_id"u8) || field.NameEquals("notification_type"u8) || field.NameEquals("title"u8)
        || field.NameEquals("message"u8) || field.NameEquals("action_url"u8);
}
