using System.Text.Json;

namespace HotGigs.Client;

/// <summary>A resume is watched from now on, or no longer.</summary>
public sealed record WatchFrame(Guid ResumeId, string? Message) : FrameContent;

/// <summary>A room was joined or left.</summary>
public sealed record MembershipFrame(string Room, string? Message) : FrameContent;

/// <summary>Where a resume stands in its import; only the latest counts.</summary>
public sealed record ResumeProgressFrame(Guid ResumeId, ResumeProgress Data, DateTimeOffset Timestamp) : FrameContent;

/// <summary>How far an import has come.</summary>
/// <param name="Status"><c>uploaded</c>, <c>processing</c>, <c>completed</c> or <c>failed</c>.</param>
/// <param name="Progress">In percent.</param>
/// <param name="Error">Why it failed, for people.</param>
public sealed record ResumeProgress(string Status, int Progress, string? CurrentStep, string? Error);

/// <summary>Said to those who are in a room now, and kept for nobody.</summary>
public sealed record RoomMessageFrame(string Room, JsonElement Data, DateTimeOffset Timestamp) : FrameContent;

/// <summary>Who is there: the whole state of a room at first, then those who changed.</summary>
public sealed record PresenceFrame(string Room, IReadOnlyList<UserPresence> Users) : FrameContent;

/// <summary>Whether a user of a room is there.</summary>
/// <param name="Status"><c>online</c> or <c>offline</c>.</param>
/// <param name="LastSeen"><c>null</c> where it is not known.</param>
public sealed record UserPresence(string UserId, string Status, DateTimeOffset? LastSeen)
{
    /// <summary>What they are called; <c>null</c> for readers who are neither recruiter nor admin, and from older servers.</summary>
    public string? Name { get; init; }
}

/// <summary>Someone in a room types, or has stopped.</summary>
public sealed record TypingFrame(string Room, string UserId, bool IsTyping) : FrameContent;
