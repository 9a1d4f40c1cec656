using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>
/// Everything the live connections log; ids 2000 to 2099. A connection is named by its own id, never by its user's,
/// which is whatever the token says.
/// </summary>
internal static partial class RealtimeLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Connection {ConnectionId} opened.")]
    public static partial void ConnectionOpened(ILogger logger, Guid connectionId);

    [LoggerMessage(2001, LogLevel.Debug, "Connection {ConnectionId} ended; closed by the server with {CloseCode}.")]
    public static partial void ConnectionEnded(ILogger logger, Guid connectionId, CloseCode? closeCode);

    [LoggerMessage(2002, LogLevel.Error, "Connection {ConnectionId} failed.")]
    public static partial void ConnectionFailed(ILogger logger, Guid connectionId, Exception failure);

    [LoggerMessage(2003, LogLevel.Error, "A message of connection {ConnectionId} failed.")]
    public static partial void MessageFailed(ILogger logger, Guid connectionId, Exception failure);

    [LoggerMessage(2004, LogLevel.Warning, "The feed's position could not be read for connection {ConnectionId}.")]
    public static partial void FeedHeadUnavailable(ILogger logger, Guid connectionId, Exception failure);

    [LoggerMessage(2005, LogLevel.Information, "Connection {ConnectionId} stood still while it was written to and is aborted.")]
    public static partial void ConnectionStuck(ILogger logger, Guid connectionId);

    [LoggerMessage(2006, LogLevel.Error, "A sweep of the connections failed; the next one follows.")]
    public static partial void SweepFailed(ILogger logger, Exception failure);

    [LoggerMessage(2007, LogLevel.Information, "Closing all {Count} connections: the application is stopping.")]
    public static partial void ClosingAll(ILogger logger, int count);

    [LoggerMessage(2008, LogLevel.Information, "Connection {ConnectionId} was too slow to read and is closed: {Frames} frames of {Bytes} bytes waited.")]
    public static partial void ConnectionTooSlow(ILogger logger, Guid connectionId, int frames, int bytes);

    [LoggerMessage(2010, LogLevel.Error, "Writing to a connection failed where it must not; the others go on.")]
    public static partial void WriteTurnFailed(ILogger logger, Exception failure);

    [LoggerMessage(2009, LogLevel.Information, "Connections that were not served since the last such line: {Reasons}.")]
    public static partial void HandshakesRefused(ILogger logger, string reasons);

    [LoggerMessage(2020, LogLevel.Debug, "A connection was refused with {CloseCode}: there are too many.")]
    public static partial void ConnectionRefused(ILogger logger, CloseCode closeCode);

    [LoggerMessage(2021, LogLevel.Information, "Withdrawn rights: connection {ConnectionId} left {Rooms} rooms and lost {Watches} watches.")]
    public static partial void RightsWithdrawn(ILogger logger, Guid connectionId, int rooms, int watches);

    [LoggerMessage(2022, LogLevel.Warning, "What a user's connections hold could not be authorised again; trying again soon.")]
    public static partial void RightsCheckFailed(ILogger logger, Exception failure);

    [LoggerMessage(2023, LogLevel.Information, "A user was signed out; {Connections} connections are closed.")]
    public static partial void UserSignedOut(ILogger logger, int connections);

    [LoggerMessage(2024, LogLevel.Information, "All roles of a user were withdrawn; connection {ConnectionId} is closed.")]
    public static partial void AllRolesWithdrawn(ILogger logger, Guid connectionId);

    [LoggerMessage(2040, LogLevel.Information, "Asked {Count} connections to leave within {Notice}: the application is stopping.")]
    public static partial void Draining(ILogger logger, int count, TimeSpan notice);

    [LoggerMessage(2041, LogLevel.Error, "A sweep of presence failed; the next one follows.")]
    public static partial void PresenceSweepFailed(ILogger logger, Exception failure);

    [LoggerMessage(2042, LogLevel.Warning, "When {Users} users were last seen could not be recorded; trying again.")]
    public static partial void LastSeenNotRecorded(ILogger logger, Exception failure, int users);
}
