using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Reads the text layer of a PDF in reading order. The file comes from a stranger: whatever PdfPig throws on it
/// becomes one of three messages.
/// </summary>
internal static class PdfTextExtractor
{
    // Nobody's resume is longer; the rest of a book or a scan costs time and tells nothing.
    private const int MaxPages = 50;
    private const int MaxGlyphsPerPage = 50_000;
    private const int MaxStackDepth = 100;

    private const string Protected = "This PDF is protected by a password. Save a copy without the password and upload it again.";
    private const string Damaged = "This PDF is damaged and cannot be read. Export it again and upload the new file.";
    private const string NoText = "This PDF has no text; upload a searchable one. It may be a scan: export it from the program it was written in.";

    public static ResumeText Extract(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return RoomyThread.Run(() => Read(content, cancellationToken));
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableResumeException(Protected, exception);
        }
        catch (Exception exception) when (exception is not (UnreadableResumeException or OperationCanceledException or OutOfMemoryException))
        {
            // A broken encryption dictionary may fail before PdfPig recognises it as one.
            throw new UnreadableResumeException(Damaged, exception);
        }
    }

    private static ResumeText Read(byte[] content, CancellationToken cancellationToken)
    {
        var filters = new BoundedFilters(cancellationToken);
        try
        {
            return Read(content, filters, cancellationToken);
        }
        finally
        {
            // PdfPig forgives much, a refusal among it.
            filters.ThrowIfRefused();
        }
    }

    private static ResumeText Read(byte[] content, BoundedFilters filters, CancellationToken cancellationToken)
    {
        var options = new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = MaxStackDepth,
            FilterProvider = filters,
        };
        using var document = PdfDocument.Open(content, options);
        DrawingCost.Check(document, cancellationToken);
        var pages = new List<IReadOnlyList<PageBlock>>();
        var addresses = new List<string>();
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MaxPages); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            filters.ThrowIfRefused();
            pages.Add(PageLayout.Read(TextRows.Of(Glyphs(page))));
            addresses.AddRange(Addresses(page));
        }

        var lines = PageFurniture.Remove(DocumentFlow.Order(pages)).ToList();
        if (!lines.Any(line => line.Text.Any(char.IsLetter)))
            throw new UnreadableResumeException(document.NumberOfPages == 0 ? Damaged : NoText);
        return TextLines.Finish(MailLinks.AppendHidden(lines, addresses));
    }

    private static List<Glyph> Glyphs(Page page)
    {
        var text = page.Letters
            .Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.PointSize > 1)
            .Take(MaxGlyphsPerPage)
            .Select(Glyph.Of)
            .ToList();
        return [.. text, .. DrawnBullets.Of(page, text)];
    }

    private static IEnumerable<string> Addresses(Page page) => page.GetHyperlinks()
        .Select(link => MailLinks.Address(link.Uri))
        .OfType<string>();
}
