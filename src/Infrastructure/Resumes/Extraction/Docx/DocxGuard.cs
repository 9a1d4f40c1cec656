using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>
/// Inflates a Word document once, without keeping anything, before the Open XML SDK may load it. Declared sizes
/// are not trusted; what is counted is what really comes out.
/// </summary>
internal static class DocxGuard
{
    private const string Kind = "Word document";
    private const int MaxEntries = 2_000;
    private const long MaxTotalBytes = 100L * 1024 * 1024;
    private const long MaxXmlBytes = 20L * 1024 * 1024;
    // The SDK builds its tree recursively: a deeper one would overflow the stack, which nothing can catch.
    private const int MaxXmlDepth = 250;

    private static readonly XmlReaderSettings XmlSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <exception cref="UnreadableResumeException">A limit is exceeded.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    /// <exception cref="XmlException">A part is not well-formed, or declares a document type.</exception>
    public static void Check(byte[] content, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxEntries)
            throw new UnreadableResumeException($"This Word document expands to more than {MaxEntries:N0} files and was refused.");

        var total = new ByteBudget(MaxTotalBytes, Kind);
        foreach (var entry in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var inflated = entry.Open();
            if (IsXml(entry.FullName))
                CheckXml(new CountingStream(inflated, total, new ByteBudget(MaxXmlBytes, Kind)));
            else
                new CountingStream(inflated, total).CopyTo(Stream.Null);
        }
    }

    /// <summary>
    /// Checks the parts whose trees will be built. The SDK finds them by relationship and content type, whatever
    /// their names, so those that <see cref="Check"/> takes for XML by name may be others.
    /// </summary>
    /// <exception cref="UnreadableResumeException">A limit is exceeded.</exception>
    /// <exception cref="XmlException">A part is not well-formed, or declares a document type.</exception>
    public static void CheckParts(IEnumerable<OpenXmlPart> parts, CancellationToken cancellationToken)
    {
        var total = new ByteBudget(MaxTotalBytes, Kind);
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            CheckXml(new CountingStream(content, total, new ByteBudget(MaxXmlBytes, Kind)));
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void CheckXml(Stream part)
    {
        using var reader = XmlReader.Create(part, XmlSettings);
        while (reader.Read())
        {
            if (reader.Depth > MaxXmlDepth)
                throw new UnreadableResumeException("This Word document is built in a way we cannot read. Save it again as DOCX or PDF.");
        }
    }
}
