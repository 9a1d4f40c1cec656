using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Decides from its content, never from its name, what format an uploaded file has.</summary>
public interface IResumeFormatSniffer
{
    /// <summary>Reads the beginning (and for archives the directory) of a seekable stream and leaves its position undefined.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="fileName">The name it was uploaded under; a name that contradicts the content is refused.</param>
    /// <exception cref="UnsupportedResumeException">The content is no PDF, DOCX or plain text, or is not what its name says.</exception>
    ResumeFormat Sniff(Stream content, string fileName);
}
