using System.Text.Json;

namespace HotGigs.Client;

/// <summary>Something that a <see cref="HotGigsClient"/> tells its reader.</summary>
public abstract record ClientEvent;

/// <summary>It is connected, for the first time or again.</summary>
public sealed record ClientConnected(ConnectedFrame Greeting) : ClientEvent;

/// <summary>It is not connected.</summary>
/// <param name="CloseCode">One of <see cref="CloseCodes"/>, or one that came after this client.</param>
/// <param name="Reason">For people.</param>
/// <param name="RetryIn">When it tries again; <c>null</c> where it does not until <see cref="HotGigsClient.Reconnect"/>.</param>
/// <param name="Error">Why the server was not reached, or gave no token.</param>
public sealed record ClientDisconnected(int CloseCode, string? Reason, TimeSpan? RetryIn, Exception? Error) : ClientEvent;

/// <summary>A watched resume got on, or its state after it was watched or the connection came back. Only the latest counts.</summary>
public sealed record ResumeProgressed(Guid ResumeId, ResumeProgress Progress, DateTimeOffset At) : ClientEvent;

/// <summary>Something was said in a joined room. What is said while there is no connection is not told later.</summary>
public sealed record RoomMessageReceived(string Room, JsonElement Data, DateTimeOffset At) : ClientEvent;

/// <summary>Who is in a room: the whole state after asking and after each reconnect, then those who changed.</summary>
public sealed record PresenceChanged(string Room, IReadOnlyList<UserPresence> Users) : ClientEvent;

/// <summary>Someone in a joined room types, or has stopped.</summary>
public sealed record TypingChanged(string Room, string UserId, bool IsTyping) : ClientEvent;

/// <summary>What became of a notification that this user caused.</summary>
public sealed record ReceiptReceived(ReceiptFrame Receipt) : ClientEvent;

/// <summary>After a reconnect a watch or a room was not given back: the right to it is gone.</summary>
/// <param name="Target">The resume's id or the room's name.</param>
public sealed record SubscriptionLost(SubscriptionKind Kind, string Target, HotGigsErrorException Error) : ClientEvent;

/// <summary>The server complains about something that nobody waits for.</summary>
public sealed record ErrorReceived(ErrorFrame Error) : ClientEvent;

/// <summary>A frame that came after this client, or that it cannot read.</summary>
public sealed record UnknownFrameReceived(Frame Frame) : ClientEvent;

/// <summary>What a client can be subscribed to.</summary>
public enum SubscriptionKind
{
    /// <summary>The progress of a resume.</summary>
    Resume,

    /// <summary>What is said in a room.</summary>
    Room,

    /// <summary>Who is in a room.</summary>
    Presence,
}
