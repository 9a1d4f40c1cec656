namespace HotGigs.Application.Resumes;

/// <summary>A file that is refused at the door: its format is not one of those imported, or not what its name says.</summary>
/// <param name="message">The reason, in words a recruiter understands.</param>
public sealed class UnsupportedResumeException(string message) : Exception(message);

/// <summary>A document of a known format that cannot be read: damaged, protected, without text, or too large inside.</summary>
/// <param name="message">The reason and what to do about it, in words a recruiter understands.</param>
public sealed class UnreadableResumeException(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>What reads the text of documents cannot be asked at the moment. The document is not at fault and is tried again later.</summary>
/// <param name="message">What was seen of it, for the log.</param>
/// <param name="retryAfter">How long it asks to be left alone; <c>null</c> where it does not say.</param>
public sealed class ParserUnavailableException(string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>How long the parser asks to be left alone; <c>null</c> where it does not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
