using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Turns a document into the lines a person would read, in reading order.</summary>
public interface IResumeTextExtractor
{
    /// <summary>Extracts the text of one document. Work that outlives <paramref name="cancellationToken"/> is given up.</summary>
    /// <exception cref="UnreadableResumeException">
    /// The document is damaged, protected, has no text or exceeds a guard; the message is written for a recruiter.
    /// </exception>
    ResumeText Extract(Stream content, ResumeFormat format, CancellationToken cancellationToken);
}
