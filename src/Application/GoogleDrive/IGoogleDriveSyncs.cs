using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Keeps which folders users have set up, and what was found in them. Syncs of others are never found.</summary>
public interface IGoogleDriveSyncs
{
    /// <summary>Stores a new sync; where the owner has one of that folder, that one is changed and switched on.</summary>
    /// <returns>The sync as stored; <c>null</c> where the owner has too many.</returns>
    Task<GoogleDriveSync?> SetUpAsync(GoogleDriveSync sync, int maxPerOwner, CancellationToken cancellationToken);

    /// <summary>A user's syncs, the oldest first.</summary>
    Task<IReadOnlyList<GoogleDriveSync>> ListAsync(string ownerId, CancellationToken cancellationToken);

    Task<GoogleDriveSync?> FindAsync(string ownerId, Guid id, CancellationToken cancellationToken);

    /// <returns>The sync as changed; <c>null</c> where there is none.</returns>
    Task<GoogleDriveSync?> ChangeAsync(string ownerId, Guid id, Action<GoogleDriveSync> change, CancellationToken cancellationToken);

    /// <summary>Deletes a sync; its resumes stay, and what is known of its files, so that no other imports them again. One that runs is stopped first.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(string ownerId, Guid id, CancellationToken cancellationToken);

    /// <summary>Switches off all syncs of a user who is not connected any more, until they connect again.</summary>
    /// <returns>Those that were switched off.</returns>
    Task<IReadOnlyList<GoogleDriveSync>> SuspendAllAsync(string ownerId, string error, CancellationToken cancellationToken);

    /// <summary>Switches on again what was switched off for want of a connection.</summary>
    Task ResumeAllAsync(string ownerId, CancellationToken cancellationToken);

    /// <summary>What was found in a folder, the latest first.</summary>
    /// <param name="syncId">The sync.</param>
    /// <param name="before">Only those before this one, where it is given.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<GoogleDriveFile>> ListFilesAsync(
        Guid syncId, (DateTimeOffset FoundAt, Guid Id)? before, int limit, CancellationToken cancellationToken);

    /// <summary>How the files of syncs stand now; a sync without any is missing.</summary>
    Task<IReadOnlyDictionary<Guid, GoogleDriveCounts>> CountFilesAsync(IReadOnlyCollection<Guid> syncIds, CancellationToken cancellationToken);
}

/// <summary>How many files of a sync became resumes, and how many could not be fetched or read. Those in work are in neither.</summary>
public sealed record GoogleDriveCounts(int Synced, int Failed);
