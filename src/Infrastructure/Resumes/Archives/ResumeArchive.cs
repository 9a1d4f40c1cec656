using System.IO.Compression;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;

namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>The documents in a zip archive.</summary>
internal sealed class ResumeArchive(ZipArchive zip, ArchiveBudget budget) : IResumeArchive
{
    private static readonly char[] Separators = ['/', '\\'];

    public IEnumerable<IArchiveMember> Members =>
        zip.Entries.Where(entry => IsDocument(entry.FullName)).Select(entry => new Member(entry, budget));

    public long Unpacked => budget.Used;

    public void Dispose() => zip.Dispose();

    /// <summary>Whether somebody packed it on purpose: no folder, nothing hidden, nothing that an operating system or Word leaves behind.</summary>
    private static bool IsDocument(string path)
    {
        var parts = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0
            && !Separators.Contains(path[^1])
            && !parts.Contains("__MACOSX", StringComparer.Ordinal)
            && !parts.Any(IsHidden)
            && !parts[^1].StartsWith("~$", StringComparison.Ordinal)
            && !parts[^1].Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
            && !parts[^1].Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHidden(string part) => part.StartsWith('.') && part is not ("." or "..");

    private sealed class Member(ZipArchiveEntry entry, ArchiveBudget budget) : IArchiveMember
    {
        public string FileName => entry.FullName;

        public Stream Open()
        {
            if (entry.IsEncrypted)
                throw new UnreadableResumeException("The file is protected by a password in its archive. Pack it without one, or upload it by itself.");
            try
            {
                return new ArchiveMemberStream(entry.Open(), entry.Crc32, budget);
            }
            catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
            {
                throw ArchiveMemberStream.Damaged(error);
            }
        }
    }
}
