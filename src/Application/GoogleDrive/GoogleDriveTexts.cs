namespace HotGigs.Application.GoogleDrive;

/// <summary>What users read about runs that ended early, and what they can do about it.</summary>
internal static class GoogleDriveTexts
{
    public const string Disconnected = "Google Drive is not connected. Connect it, and this sync goes on.";
    public const string Revoked = "Google does not let us read this Google Drive any more. Connect it again, and this sync goes on.";
    public const string FolderGone = "This folder was deleted, or may not be read any more. Check it in Google Drive, then switch this sync on again.";
    public const string NoRecruiter = "Its owner is not a recruiter any more.";
    public const string Fault = "Something went wrong on our side.";
}
