using System.IO.Compression;
using HotGigs.Application.Resumes.Batches;

namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>Recognises zip archives by their content and opens them.</summary>
internal sealed class ResumeArchives : IResumeArchives
{
    /// <summary>Generous beside the files of a bulk upload: folders and hidden files are among them.</summary>
    private const int MaxEntries = 20_000;

    /// <summary>What Office documents and OpenDocument files, which are zip archives too, have and other archives have not.</summary>
    private static readonly string[] DocumentParts = ["[Content_Types].xml", "mimetype"];

    private static readonly ZipNameEncoding Names = new();

    public IResumeArchive? TryOpen(Stream content, long maxSize)
    {
        if (!IsZip(content))
            return null;
        if (ZipDirectory.HasMoreThan(content, MaxEntries))
            throw new RefusedArchiveException($"The archive lists more than {MaxEntries:N0} entries and was refused.");
        if (TryRead(content) is not { } zip)
            return null;
        if (!DocumentParts.Any(part => zip.GetEntry(part) is not null))
            return new ResumeArchive(zip, new ArchiveBudget(content.Length, maxSize));
        zip.Dispose();
        return null;
    }

    private static bool IsZip(Stream content)
    {
        Span<byte> head = stackalloc byte[4];
        content.Position = 0;
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && (head.SequenceEqual("PK\u0003\u0004"u8) || head.SequenceEqual("PK\u0005\u0006"u8));
    }

    private static ZipArchive? TryRead(Stream content)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Names);
            _ = zip.Entries.Count; // Only now its directory is read.
            return zip;
        }
        catch (InvalidDataException)
        {
            zip?.Dispose();
            return null;
        }
    }
}
