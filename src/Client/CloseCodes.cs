namespace HotGigs.Client;

/// <summary>Why a connection ended.</summary>
public static class CloseCodes
{
    /// <summary>This side closed it.</summary>
    public const int Normal = 1000;

    /// <summary>The server is going away: come back after what its <c>reconnect</c> frame said.</summary>
    public const int GoingAway = 1001;

    /// <summary>It was lost without a word.</summary>
    public const int Lost = 1006;

    /// <summary>A message was over the size limit: do not send it again.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>Too many malformed messages: stop.</summary>
    public const int Malformed = 4400;

    /// <summary>The token is invalid or has expired: get a new one.</summary>
    public const int Unauthenticated = 4401;

    /// <summary>Not allowed: stop.</summary>
    public const int Forbidden = 4403;

    /// <summary>Nothing was heard of this side for too long.</summary>
    public const int Silent = 4408;

    /// <summary>The user has too many connections: stop.</summary>
    public const int TooManyConnections = 4409;

    /// <summary>Too many messages in too short a time: back off.</summary>
    public const int RateLimited = 4429;

    /// <summary>This side reads too slowly.</summary>
    public const int TooSlow = 4440;

    /// <summary>The server cannot serve this connection now: back off.</summary>
    public const int Overloaded = 4503;
}
