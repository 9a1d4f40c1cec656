using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Reads the person out of a document's text. Which implementation does it is configuration
/// (<see cref="ResumeImportOptions.Parser"/>).
/// </summary>
public interface IResumeParser
{
    /// <param name="text">The extracted lines.</param>
    /// <param name="today">The day on which a position that is still held ends, for counting years.</param>
    /// <param name="cancellationToken">Gives up what takes too long.</param>
    /// <exception cref="UnreadableResumeException">The text cannot be read, for a reason of its own. Any exception but these two lets the import be tried again, a few times.</exception>
    /// <exception cref="ParserUnavailableException">Nothing can be read at the moment. The import waits, and loses none of its tries.</exception>
    Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken);
}
