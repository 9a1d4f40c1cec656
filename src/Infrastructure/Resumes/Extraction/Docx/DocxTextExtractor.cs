using DocumentFormat.OpenXml.Packaging;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>
/// Reads a Word document in reading order: page headers first, because many hold the contact block, then the
/// body, then footers.
/// </summary>
internal static class DocxTextExtractor
{
    private const string Damaged = "This Word document is damaged and cannot be read. Save it again and upload the new file.";
    private const string NoText = "This Word document has no text. Upload one with text rather than pictures of it.";

    public static ResumeText Extract(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            DocxGuard.Check(content, cancellationToken);
            return RoomyThread.Run(() => Read(content, cancellationToken));
        }
        catch (Exception exception) when (exception is not (UnreadableResumeException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableResumeException(Damaged, exception);
        }
    }

    private static ResumeText Read(byte[] content, CancellationToken cancellationToken)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        var main = document.MainDocumentPart
            ?? throw new UnreadableResumeException(Damaged);
        DocxGuard.CheckParts(PartsRead(main), cancellationToken);
        var walker = new DocxWalker(new DocxStyles(main));
        var header = main.HeaderParts.SelectMany(part => walker.Read(part.Header)).Distinct().ToList();
        var body = walker.Read(main.Document?.Body).ToList();
        var footer = main.FooterParts.SelectMany(part => walker.Read(part.Footer)).Distinct();
        List<ResumeLine> lines = [.. header, new ResumeLine(""), .. body, new ResumeLine(""), .. footer];
        if (!lines.Any(line => line.Text.Any(char.IsLetter)))
            throw new UnreadableResumeException(NoText);
        return TextLines.Finish(MailLinks.AppendHidden(lines, Addresses(main)));
    }

    private static IEnumerable<OpenXmlPart> PartsRead(MainDocumentPart main) =>
        [main, .. main.GetPartsOfType<StyleDefinitionsPart>(), .. main.HeaderParts, .. main.FooterParts];

    private static IEnumerable<string> Addresses(MainDocumentPart main) =>
        main.HyperlinkRelationships
            .Concat(main.HeaderParts.SelectMany(part => part.HyperlinkRelationships))
            .Select(link => MailLinks.Address(link.Uri.OriginalString))
            .OfType<string>();
}
