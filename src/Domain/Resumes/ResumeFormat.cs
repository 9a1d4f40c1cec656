namespace HotGigs.Domain.Resumes;

/// <summary>The document formats that can be imported. The numbers are stored: append only.</summary>
public enum ResumeFormat
{
    /// <summary>Portable Document Format, with a text layer.</summary>
    Pdf = 1,

    /// <summary>Office Open XML word processing document.</summary>
    Docx = 2,

    /// <summary>Plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1252.</summary>
    PlainText = 3,
}
