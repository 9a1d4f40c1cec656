using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Extraction.Docx;
using HotGigs.Infrastructure.Resumes.Extraction.Pdf;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Hands a document to the extractor of its format.</summary>
internal sealed class ResumeTextExtractor(ReadingSlots slots) : IResumeTextExtractor
{
    public ResumeText Extract(Stream content, ResumeFormat format, CancellationToken cancellationToken) =>
        slots.Run(() => Read(content, format, cancellationToken), cancellationToken);

    private static ResumeText Read(Stream content, ResumeFormat format, CancellationToken cancellationToken)
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
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
