namespace HotGigs.Application.GoogleDrive;

/// <summary>The user has not connected their Google Drive, or has disconnected it.</summary>
public sealed class GoogleDriveNotConnectedException() : Exception("Google Drive is not connected.");

/// <summary>Google does not accept the user's grant any more: it was revoked or has expired.</summary>
/// <param name="connectionId">The connection that it was.</param>
public sealed class GoogleDriveRevokedException(Guid connectionId) : Exception("Access to Google Drive was withdrawn.")
{
    public Guid ConnectionId { get; } = connectionId;
}

/// <summary>Google cannot be reached, asks to slow down, or fails, beyond what was waited for.</summary>
/// <param name="message">What happened; safe to show.</param>
/// <param name="retryAfter">How long Google asks to wait.</param>
public sealed class GoogleDriveUnavailableException(string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>One file cannot be fetched; the others can.</summary>
/// <param name="message">Why, in words a recruiter understands.</param>
public sealed class GoogleDriveFileException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether it may be Google's trouble as a whole rather than this file's.</summary>
    public bool IsOutage { get; init; }
}
