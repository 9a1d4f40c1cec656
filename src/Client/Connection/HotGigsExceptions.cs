using System.Net;

namespace HotGigs.Client;

/// <summary>The server did not do what it was asked for, and said why.</summary>
public sealed class HotGigsErrorException(string code, string message, TimeSpan? retryAfter) : Exception(message)
{
    /// <summary>One of <see cref="ErrorCodes"/>, or one that came after this client.</summary>
    public string Code { get; } = code;

    /// <summary>When to ask again, where the server said so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The connection has ended, so that nothing can be sent and no answer will come.</summary>
public sealed class HotGigsClosedException(int closeCode, string? reason)
    : Exception($"The connection has ended ({closeCode}). {reason}".TrimEnd())
{
    /// <summary>One of <see cref="CloseCodes"/>, or one that came after this client.</summary>
    public int CloseCode { get; } = closeCode;
}

/// <summary>The server refused the connection before there was one.</summary>
public sealed class HotGigsRefusedException(HttpStatusCode status, Exception inner)
    : Exception($"The server refused the connection ({(int)status}).", inner)
{
    /// <summary>401 for no token or a bad ticket, 403 for an origin that is not let in, 429 or 503 to come back later.</summary>
    public HttpStatusCode Status { get; } = status;
}
