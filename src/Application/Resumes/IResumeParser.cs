using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Reads the person out of a document's text. A pure function of its input: the same text always gives the
/// same profile, for the same day.
/// </summary>
public interface IResumeParser
{
    /// <param name="text">The extracted lines.</param>
    /// <param name="today">The day on which a position that is still held ends, for counting years.</param>
    /// <exception cref="UnreadableResumeException">The text is made to be slow to read.</exception>
    ResumeProfile Parse(ResumeText text, DateOnly today);
}
