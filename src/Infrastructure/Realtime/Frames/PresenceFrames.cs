using System.Text.Json;
using HotGigs.Infrastructure.Realtime.Presence;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about who is in a room.</summary>
internal static class PresenceFrames
{
    /// <summary>Answers with the whole state.</summary>
    public static Frame State(string room, IEnumerable<UserPresence> users, JsonElement reference) =>
        Frame.Create("presence", (room, users, reference), static (json, about) =>
        {
            json.WriteString("room"u8, about.room);
            json.WriteStartArray("users"u8);
            foreach (var user in about.users)
                Write(json, user);
            json.WriteEndArray();
            json.WriteRef(about.reference);
        });

    /// <summary>Tells that one user has come or gone.</summary>
    public static Frame Change(string room, UserPresence user) => State(room, [user], default);

    private static void Write(Utf8JsonWriter json, UserPresence user)
    {
        json.WriteStartObject();
        json.WriteString("user_id"u8, user.UserId);
        json.WriteString("status"u8, user.IsOnline ? "online"u8 : "offline"u8);
        if (user.LastSeen is { } lastSeen)
            json.WriteTime("last_seen"u8, lastSeen);
        else
            json.WriteNull("last_seen"u8);
        json.WriteEndObject();
    }
}
