namespace HotGigs.Application.Resumes.Batches;

/// <summary>Opens archives of resumes.</summary>
public interface IResumeArchives
{
    /// <summary>Opens a received file if it is a zip archive of other files; a Word document, which is a zip archive too, is none.</summary>
    /// <param name="content">The file, seekable. It stays open.</param>
    /// <param name="maxSize">Bytes from which its members together are too many.</param>
    /// <returns>The archive; <c>null</c> where it is none, or damaged so that nothing can be found in it.</returns>
    /// <exception cref="RefusedArchiveException">It lists more members than anybody packs by hand.</exception>
    IResumeArchive? TryOpen(Stream content, long maxSize);
}

/// <summary>An archive that is being read.</summary>
public interface IResumeArchive : IDisposable
{
    /// <summary>Its files, in their order, without folders and what operating systems leave in archives.</summary>
    IEnumerable<IArchiveMember> Members { get; }

    /// <summary>Bytes that came out of it so far, those of members that were refused included.</summary>
    long Unpacked { get; }
}

/// <summary>One file of an archive.</summary>
public interface IArchiveMember
{
    /// <summary>Its name in the archive, which may be a path and is not to be trusted.</summary>
    string FileName { get; }

    /// <summary>Opens its content, which can be read forward only. Reading throws as this does.</summary>
    /// <exception cref="UnreadableResumeException">It is encrypted or damaged; the others are not concerned.</exception>
    /// <exception cref="RefusedArchiveException">The archive expands to more than it may.</exception>
    Stream Open();
}

/// <summary>An archive that is refused as a whole, because it is made to do harm or far too large.</summary>
/// <param name="message">The reason, in words a recruiter understands.</param>
public sealed class RefusedArchiveException(string message) : Exception(message);
