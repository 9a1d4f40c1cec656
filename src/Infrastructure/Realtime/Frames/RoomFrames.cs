using System.Text.Json;
using HotGigs.Application.Realtime;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames to those in a room.</summary>
internal static class RoomFrames
{
    public static Frame RoomMessage(RoomMessage message) =>
        Frame.Create("room_message", message, static (json, message) =>
        {
            json.WriteString("room"u8, message.Room.Name);
            json.WriteStartObject("data"u8);
            json.WriteString("title"u8, message.Title);
            json.WriteString("message"u8, message.Message);
            json.WriteString("action_url"u8, message.ActionPath);
            if (message.Data is { } data)
            {
                foreach (var field in data.EnumerateObject())
                {
                    if (!IsFixed(field))
                        field.WriteTo(json);
                }
            }

            json.WriteEndObject();
            json.WriteTime("timestamp"u8, message.At);
        });

    // What the sender calls by the same name does not replace what was said.
    private static bool IsFixed(JsonProperty field) =>
        field.NameEquals("title"u8) || field.NameEquals("message"u8) || field.NameEquals("action_url"u8);
}
