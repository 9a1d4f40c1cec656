using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Puts into words, for the owner of a sync, why it was switched off and what to do.</summary>
internal static class AnnounceGoogleDriveTrouble
{
    /// <summary>Google does not accept the grant any more. Told once per connection, however many folders it served.</summary>
    public static NotifySystemAnnouncement Revoked(GoogleDriveSync sync, Guid connectionId) => Compose(
        connectionId,
        sync,
        "Google Drive needs to be connected again",
        $"Google does not let us read your Google Drive any more, so new resumes from {sync.FolderName} are not imported. Connect Google Drive again, and your syncs go on by themselves.",
        "access_withdrawn");

    /// <summary>The folder is not there any more. Told once per run that finds it so.</summary>
    public static NotifySystemAnnouncement FolderGone(GoogleDriveSync sync) => Compose(
        sync.RunId ?? sync.Id,
        sync,
        "A Google Drive folder cannot be read",
        $"The folder {sync.FolderName} was deleted in Google Drive, or you may not read it any more. Its sync is switched off. Check the folder, then switch the sync on again.",
        "folder_gone");

    /// <summary>A run that the owner asked for did not get to the end of the folder. Told once per run.</summary>
    public static NotifySystemAnnouncement GivenUp(GoogleDriveSync sync, string error) => Compose(
        sync.RunId ?? sync.Id,
        sync,
        "A Google Drive sync has failed",
        $"The sync of {sync.FolderName} that you asked for has failed several times: {error} Try again later.",
        "run_failed");

    private static NotifySystemAnnouncement Compose(Guid id, GoogleDriveSync sync, string title, string message, string reason) =>
        new(id, Room: null, title, message, $"/google-drive?sync={sync.Id}",
            JsonSerializer.SerializeToElement(new AnnouncementData(sync.Id, reason), WireJson.Options))
        {
            UserId = sync.OwnerId,
            Cause = new NotificationCause("google-drive-sync", $"{sync.Id}"),
        };

    private sealed record AnnouncementData(Guid SyncId, string Reason);
}
