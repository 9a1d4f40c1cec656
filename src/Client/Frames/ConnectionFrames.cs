namespace HotGigs.Client;

/// <summary>The greeting, always the first frame. An older server leaves out all but the user and the message.</summary>
/// <param name="Epoch">Names the run of the feed's sequence; empty while the feed has never changed.</param>
/// <param name="Seq">The feed's position: frames on this connection begin right after it.</param>
/// <param name="PingInterval">In seconds: how often the client is to send a ping.</param>
/// <param name="Reconnect">How the client is to come back.</param>
/// <param name="TokenExpiresIn">In seconds.</param>
public sealed record ConnectedFrame(
    string UserId,
    string? Message,
    string? ConnectionId,
    string? Epoch,
    long? Seq,
    int? UnreadCount,
    int? PingInterval,
    ReconnectAdvice? Reconnect,
    long? TokenExpiresIn) : FrameContent;

/// <summary>How a client is to come back: after a random part of the base delay, which doubles with each attempt.</summary>
public sealed record ReconnectAdvice(int BaseDelayMs, int MaxAttempts);

/// <summary>Answers a ping, and says where the feed stands unless that could not be read.</summary>
public sealed record PongFrame(string? Epoch, long? Seq, int? UnreadCount, DateTimeOffset? Timestamp) : FrameContent;

/// <summary>Why a message was not done, or was refused.</summary>
/// <param name="Message">For people.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>, or one that came after this client.</param>
/// <param name="RetryAfterMs">When to come again, in milliseconds.</param>
public sealed record ErrorFrame(string? Message, string? Code, int? RetryAfterMs) : FrameContent;

/// <summary>The token of this connection expires soon: send a new one.</summary>
/// <param name="ExpiresIn">In seconds.</param>
public sealed record TokenExpiringFrame(long ExpiresIn) : FrameContent;

/// <summary>The new token was taken.</summary>
public sealed record TokenRefreshedFrame : FrameContent;

/// <summary>The server is about to stop: leave and come back after this time, which differs from client to client.</summary>
/// <param name="AfterMs">In milliseconds from this frame.</param>
public sealed record ReconnectFrame(long AfterMs) : FrameContent;
