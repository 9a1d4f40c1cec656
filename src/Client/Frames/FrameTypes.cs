using System.Text.Json;

namespace HotGigs.Client;

/// <summary>The values of <see cref="Frame.Type"/> that this client knows. A server may send others.</summary>
public static class FrameTypes
{
    public const string Connected = "connected";
    public const string Pong = "pong";
    public const string Watching = "watching";
    public const string Unwatched = "unwatched";
    public const string JoinedRoom = "joined_room";
    public const string LeftRoom = "left_room";
    public const string ResumeProgress = "resume_progress";
    public const string Notification = "notification";
    public const string NotificationUpdated = "notification_updated";
    public const string NotificationDeleted = "notification_deleted";
    public const string Error = "error";
    public const string SyncResult = "sync_result";
    public const string Receipt = "receipt";
    public const string Presence = "presence";
    public const string Typing = "typing";
    public const string RoomMessage = "room_message";
    public const string TokenRefreshed = "token_refreshed";
    public const string TokenExpiring = "token_expiring";
    public const string Reconnect = "reconnect";
    internal const string Batch = "batch";

    // The most frequent first.
    private static readonly string[] Known =
    [
        RoomMessage, Notification, ResumeProgress, Batch, Pong, NotificationUpdated, NotificationDeleted, Typing, Presence,
        Receipt, SyncResult, Connected, Error, Watching, Unwatched, JoinedRoom, LeftRoom, TokenRefreshed, TokenExpiring, Reconnect,
    ];

    /// <summary>The string value that the reader stands on, without a new string for a known one.</summary>
    internal static string Read(ref Utf8JsonReader reader)
    {
        foreach (var type in Known)
        {
            if (reader.ValueTextEquals(type))
                return type;
        }

        return reader.GetString()!;
    }
}
