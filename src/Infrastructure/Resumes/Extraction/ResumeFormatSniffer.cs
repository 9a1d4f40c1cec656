using System.IO.Compression;
using System.Text;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Tells PDF, DOCX and plain text apart by their content, and refuses everything else with the reason.</summary>
internal sealed class ResumeFormatSniffer : IResumeFormatSniffer
{
    private const int HeadSize = 1024;
    private const int SearchBufferSize = 16 * 1024;
    private const string Advice = "Upload a PDF, a Word document (.docx) or plain text.";

    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public ResumeFormat Sniff(Stream content, string fileName)
    {
        if (content.Length == 0)
            throw new UnsupportedResumeException("The file is empty.");
        var format = FormatOf(content, fileName);
        FileNameExtension.Check(fileName, format);
        return format;
    }

    private static ResumeFormat FormatOf(Stream content, string fileName)
    {
        var buffer = new byte[HeadSize];
        content.Position = 0;
        var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, HeadSize, throwOnEndOfStream: false));
        if (head.IndexOf("%PDF-"u8) >= 0)
            return ResumeFormat.Pdf;
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return FormatOfArchive(content, fileName);
        if (head.StartsWith(OleHeader))
            throw OldOfficeFile(content);
        if (PlainTextDecoder.TryReadStart(content) is { } start)
            return FormatOfText(start);
        RefuseByName(fileName);
        throw ContentSignatures.KindOf(head) is { } kind
            ? new UnsupportedResumeException($"The file is {kind}, not a resume. {Advice}")
            : new UnsupportedResumeException($"The file is neither a PDF nor a Word document nor text. {Advice}");
    }

    private static ResumeFormat FormatOfArchive(Stream content, string fileName)
    {
        var names = EntryNames(content);
        if (names.Contains("word/document.xml") && names.Contains("[Content_Types].xml"))
            return ResumeFormat.Docx;
        if (names.Contains("xl/workbook.xml"))
            throw new UnsupportedResumeException($"The file is a spreadsheet. {Advice}");
        if (names.Contains("ppt/presentation.xml"))
            throw new UnsupportedResumeException($"The file is a presentation. {Advice}");
        if (names.Contains("META-INF/manifest.xml") && names.Contains("content.xml"))
            throw new UnsupportedResumeException("The file is an OpenDocument file. Save it as PDF or DOCX and upload that.");
        RefuseByName(fileName);
        throw new UnsupportedResumeException("The file is a zip archive. The bulk upload imports the resumes in one, but opens no archive within another.");
    }

    private static HashSet<string> EntryNames(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException)
        {
            throw new UnsupportedResumeException(
                "The file is a damaged archive or Word document. Save the document again and upload the new file.");
        }
    }

    private static UnsupportedResumeException OldOfficeFile(Stream content) => new(
        Contains(content, EncryptedPackage)
            ? "This Word document is protected by a password. Save a copy without the password and upload it again."
            : "The file is in the old Word format (.doc). Open it and save it as PDF or DOCX.");

    private static ResumeFormat FormatOfText(string text)
    {
        if (text.Length == 0)
            throw new UnsupportedResumeException("The file is empty.");
        if (ContentSignatures.IsRichText(text))
            throw new UnsupportedResumeException("The file is in Rich Text Format (.rtf). Save it as PDF or DOCX and upload that.");
        if (ContentSignatures.IsMarkup(text))
            throw new UnsupportedResumeException("The file is a web page or XML. Print it to a PDF and upload that.");
        return ResumeFormat.PlainText;
    }

    private static void RefuseByName(string fileName)
    {
        if (FileNameExtension.Of(fileName) is ".pdf")
            throw new UnsupportedResumeException("The file is named .pdf but is not a PDF.");
        if (FileNameExtension.Of(fileName) is ".docx")
            throw new UnsupportedResumeException("The file is named .docx but is not a Word document.");
    }

    private static bool Contains(Stream content, ReadOnlySpan<byte> wanted)
    {
        var buffer = new byte[SearchBufferSize];
        content.Position = 0;
        // What is wanted may lie across two reads: the end of each is looked at again with the next.
        var kept = 0;
        int read;
        while ((read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(filled.Length, wanted.Length - 1);
            filled[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
