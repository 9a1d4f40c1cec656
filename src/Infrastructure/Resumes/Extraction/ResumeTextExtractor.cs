using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Extraction.Docx;
using HotGigs.Infrastructure.Resumes.Extraction.Pdf;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Hands a document to the extractor of its format.</summary>
internal sealed class ResumeTextExtractor : IResumeTextExtractor
{
    public ResumeText Extract(Stream content, ResumeFormat format, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = ReadAll(content);
        return format switch
        {
            ResumeFormat.Pdf => PdfTextExtractor.Extract(bytes, cancellationToken),
            ResumeFormat.Docx => DocxTextExtractor.Extract(bytes, cancellationToken),
            ResumeFormat.PlainText => PlainTextExtractor.Extract(bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no extractor for this format."),
        };
    }

    private static byte[] ReadAll(Stream content)
    {
        if (content.CanSeek)
            content.Position = 0;
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.ToArray();
    }
}
