using System.Net;

namespace HotGigs.Client;

/// <summary>How one connection of a client ended, and what that means for the next.</summary>
internal sealed record SessionEnd(int CloseCode, string? Reason = null, Exception? Error = null)
{
    /// <summary>Whether the server had greeted.</summary>
    public bool WasConnected { get; init; }

    /// <summary>Whether it lasted long enough for a ping to be answered.</summary>
    public bool WasStable { get; init; }

    /// <summary>What the server asked to wait before coming back.</summary>
    public TimeSpan? ReconnectAfter { get; init; }

    /// <summary>Whether to come back is pointless until something is changed.</summary>
    public bool IsFinal =>
        CloseCode is CloseCodes.Malformed or CloseCodes.Forbidden or CloseCodes.TooManyConnections
        || Error is HotGigsRefusedException { Status: HttpStatusCode.Forbidden };

    /// <summary>Whether the server has too much to do.</summary>
    public bool IsOverload => CloseCode is CloseCodes.RateLimited or CloseCodes.Overloaded;
}
