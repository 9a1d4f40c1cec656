using System.Text.Json;
using HotGigs.Infrastructure.Realtime.Presence;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about who is in a room.</summary>
internal static class PresenceFrames
{
    /// <summary>Answers with the whole state.</summary>
    public static Frame State(string room, IEnumerable<UserPresence> users, bool withNames, JsonElement reference) =>
        Frame.Create("presence", (room, users, withNames, reference), static (json, about) =>
        {
            json.WriteString("room"u8, about.room);
            json.WriteStartArray("users"u8);
            foreach (var user in about.users)
                Write(json, user, about.withNames);
            json.WriteEndArray();
            json.WriteRef(about.reference);
        });

    /// <summary>Tells that one user has come or gone.</summary>
    public static Frame Change(string room, UserPresence user, bool withName) => State(room, [user], withName, default);

    private static void Write(Utf8JsonWriter json, UserPresence user, bool withName)
    {
        json.WriteStartObject();
        json.WriteString("user_id"u8, user.UserId);
        if (withName)
            json.WriteString("name"u8, user.Name);
        else
            json.WriteNull("name"u8);
        json.WriteString("status"u8, user.IsOnline ? "online"u8 : "offline"u8);
        if (user.LastSeen is { } lastSeen)
            json.WriteTime("last_seen"u8, lastSeen);
        else
            json.WriteNull("last_seen"u8);
        json.WriteEndObject();
    }
}
