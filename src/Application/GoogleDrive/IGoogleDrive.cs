using HotGigs.Application.Resumes;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Reads the Google Drives of users who have connected them.</summary>
public interface IGoogleDrive
{
    /// <summary>Opens the Drive of a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="isWaitedFor">Whether a person waits for the answer: then trouble is reported soon instead of waited out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="GoogleDriveNotConnectedException">They have not connected it.</exception>
    Task<IGoogleDriveSession> OpenAsync(string userId, bool isWaitedFor, CancellationToken cancellationToken);
}

/// <summary>
/// A user's Google Drive. Every method may throw <see cref="GoogleDriveRevokedException"/> and
/// <see cref="GoogleDriveUnavailableException"/>; what passes has been waited for.
/// </summary>
public interface IGoogleDriveSession : IDisposable
{
    /// <summary>Whether there is a folder of this id that can be read and is not in the trash.</summary>
    Task<bool> HasFolderAsync(string folderId, CancellationToken cancellationToken);

    /// <summary>Lists what lies directly in a folder.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="pageToken">The <see cref="GoogleDrivePage.NextPageToken"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<GoogleDrivePage> ListAsync(string folderId, string? pageToken, CancellationToken cancellationToken);

    /// <summary>Receives the content of a file, a Google document as DOCX.</summary>
    /// <param name="item">The file.</param>
    /// <param name="maxSize">Bytes from which it is refused.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="GoogleDriveFileException">It is gone, or may not be downloaded.</exception>
    /// <exception cref="Common.RequestException"><c>too_large</c>: it has more than <paramref name="maxSize"/> bytes.</exception>
    Task<IIncomingFile> FetchAsync(GoogleDriveItem item, long maxSize, CancellationToken cancellationToken);
}

/// <summary>A part of what lies in a folder.</summary>
public sealed record GoogleDrivePage(IReadOnlyList<GoogleDriveItem> Items, string? NextPageToken);

/// <summary>Something that lies in a folder.</summary>
/// <param name="Id">Google's name for it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="MimeType">What kind of thing it is.</param>
/// <param name="Revision">Names the content: another content has another one, a new name or place has not.</param>
public sealed record GoogleDriveItem(string Id, string Name, string MimeType, string Revision);
