using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Common;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Resumes;

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
        GoogleDriveSync sync, IResumeBatches batches, CancellationToken cancellationToken) =>
        Of(sync, await batches.CountBySyncAsync(sync.Id, cancellationToken));

    private static GoogleDriveSyncDto Of(GoogleDriveSync sync, BatchCounts counts) => new(
        sync.Id,
        sync.FolderId,
        sync.FolderName,
        sync.IsActive,
        sync.Frequency.ToWireName(),
        sync.LastSyncAt,
        sync.NextSyncAt,
        counts.Successful,
        counts.Successful + counts.Failed,
        counts.Failed,
        sync.CreatedAt);
}

/// <summary>Whether a user has connected their Google Drive.</summary>
public sealed record GoogleDriveStatus(bool Connected, string? Email, DateTimeOffset? ConnectedAt)
{
    internal static GoogleDriveStatus Of(GoogleDriveAccount? account) => new(account is not null, account?.Email, account?.ConnectedAt);
}
