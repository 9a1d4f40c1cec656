namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about who types in a room.</summary>
internal static class TypingFrames
{
    public static Frame Typing(string room, string userId, bool isTyping) =>
        Frame.Create("typing", (room, userId, isTyping), static (json, about) =>
        {
            json.WriteString("room"u8, about.room);
            json.WriteString("user_id"u8, about.userId);
            json.WriteBoolean("is_typing"u8, about.isTyping);
        });
}
