using HotGigs.Domain.Common;
using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Application.GoogleDrive;

/// <summary>A synchronised folder, as it is told to its owner.</summary>
/// <param name="TotalFilesSynced">Files that became resumes.</param>
/// <param name="TotalFilesProcessed">Files that have been dealt with, well or not.</param>
/// <param name="TotalFilesFailed">Files that could not be fetched or read.</param>
public sealed record GoogleDriveSyncDto(
    Guid Id,
    string FolderId,
    string FolderName,
    bool IsActive,
    string SyncFrequency,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt,
    int TotalFilesSynced,
    int TotalFilesProcessed,
    int TotalFilesFailed,
    DateTimeOffset CreatedAt)
{
    internal static async Task<GoogleDriveSyncDto> ReadAsync(
        GoogleDriveSync sync, IGoogleDriveSyncs syncs, CancellationToken cancellationToken) =>
        (await ReadAsync([sync], syncs, cancellationToken))[0];

    internal static async Task<IReadOnlyList<GoogleDriveSyncDto>> ReadAsync(
        IReadOnlyList<GoogleDriveSync> some, IGoogleDriveSyncs syncs, CancellationToken cancellationToken)
    {
        var counts = await syncs.CountFilesAsync([.. some.Select(sync => sync.Id)], cancellationToken);
        return [.. some.Select(sync => Of(sync, counts.GetValueOrDefault(sync.Id) ?? new GoogleDriveCounts(0, 0)))];
    }

    private static GoogleDriveSyncDto Of(GoogleDriveSync sync, GoogleDriveCounts counts) => new(
        sync.Id,
        sync.FolderId,
        sync.FolderName,
        sync.IsActive,
        sync.Frequency.ToWireName(),
        sync.LastSyncAt,
        sync.NextSyncAt,
        counts.Synced,
        counts.Synced + counts.Failed,
        counts.Failed,
        sync.CreatedAt);
}

/// <summary>Whether a user has connected their Google Drive.</summary>
public sealed record GoogleDriveStatus(bool Connected, string? Email, DateTimeOffset? ConnectedAt)
{
    internal static GoogleDriveStatus Of(GoogleDriveAccount? account) => new(account is not null, account?.Email, account?.ConnectedAt);
}
