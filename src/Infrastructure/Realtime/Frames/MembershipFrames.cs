using System.Text.Json;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Answers to watching and joining, and to their opposites.</summary>
internal static class MembershipFrames
{
    public static Frame Watching(Guid resumeId, JsonElement reference) =>
        OfResume("watching", resumeId, $"Watching resume {resumeId}", reference);

    public static Frame Unwatched(Guid resumeId, JsonElement reference) =>
        OfResume("unwatched", resumeId, $"No longer watching resume {resumeId}", reference);

    public static Frame JoinedRoom(string room, JsonElement reference) =>
        OfRoom("joined_room", room, $"Joined room {room}", reference);

    public static Frame LeftRoom(string room, JsonElement reference) =>
        OfRoom("left_room", room, $"Left room {room}", reference);

    /// <summary>The right to watch was withdrawn.</summary>
    public static Frame WatchWithdrawn(Guid resumeId) =>
        OfResume("unwatched", resumeId, $"No longer watching resume {resumeId}: you may not see it any more", default);

    /// <summary>The right to be in the room was withdrawn.</summary>
    public static Frame RoomWithdrawn(string room) =>
        OfRoom("left_room", room, $"Left room {room}: you may not be in it any more", default);

    private static Frame OfResume(string type, Guid resumeId, string message, JsonElement reference) =>
        Frame.Create(type, (resumeId, message, reference), static (json, about) =>
        {
            json.WriteString("resume_id"u8, about.resumeId);
            json.WriteString("message"u8, about.message);
            json.WriteRef(about.reference);
        });

    private static Frame OfRoom(string type, string room, string message, JsonElement reference) =>
        Frame.Create(type, (room, message, reference), static (json, about) =>
        {
            json.WriteString("room"u8, about.room);
            json.WriteString("message"u8, about.message);
            json.WriteRef(about.reference);
        });
}
