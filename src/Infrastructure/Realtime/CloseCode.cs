namespace HotGigs.Infrastructure.Realtime;

/// <summary>Why the server closes a connection. The numbers are on the wire.</summary>
public enum CloseCode
{
    /// <summary>The client closed first; nothing is wrong.</summary>
    Normal = 1000,

    /// <summary>This server is stopping.</summary>
    GoingAway = 1001,

    /// <summary>The client broke the WebSocket protocol.</summary>
    ProtocolError = 1002,

    /// <summary>A text message was not UTF-8.</summary>
    InvalidText = 1007,

    /// <summary>A message was over the size limit.</summary>
    MessageTooBig = 1009,

    /// <summary>Too many malformed messages in a row.</summary>
    Malformed = 4400,

    /// <summary>The token is invalid or has expired.</summary>
    Unauthenticated = 4401,

    /// <summary>All roles of the user were withdrawn.</summary>
    Forbidden = 4403,

    /// <summary>Nothing was heard from the client for too long.</summary>
    Silent = 4408,

    /// <summary>The user has too many connections.</summary>
    TooManyConnections = 4409,

    /// <summary>Too many messages over the rate limit in a row, or too many connections of the address.</summary>
    RateLimited = 4429,

    /// <summary>The client reads too slowly.</summary>
    TooSlow = 4440,

    /// <summary>The server cannot serve this connection now, or has too many.</summary>
    Overloaded = 4503,
}
