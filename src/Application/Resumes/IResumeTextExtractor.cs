using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Turns a document into the lines a person would read, in reading order.</summary>
public interface IResumeTextExtractor
{
    /// <summary>Extracts the text of one document, whose stream is seekable. Work that outlives <paramref name="cancellationToken"/> is given up.</summary>
    /// <exception cref="UnreadableResumeException">
    /// The document is damaged, protected, has no text or exceeds a guard; the message is written for a recruiter.
    /// </exception>
    /// <exception cref="TimeoutException">Others are being read for too long; the document is to be tried again.</exception>
    ResumeText Extract(Stream content, ResumeFormat format, CancellationToken cancellationToken);
}
