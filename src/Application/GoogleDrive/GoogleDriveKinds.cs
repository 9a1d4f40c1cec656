namespace HotGigs.Application.GoogleDrive;

/// <summary>What kinds of files are fetched from Google Drive. Their content decides whether they are resumes.</summary>
public static class GoogleDriveKinds
{
    public const string Document = "application/vnd.google-apps.document";
    public const string Folder = "application/vnd.google-apps.folder";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Shortcut = "application/vnd.google-apps.shortcut";

    // Old Word documents and the like are fetched to be refused: their owner took them for resumes and is to be told what to do.
    private static readonly HashSet<string> Fetched = new(StringComparer.Ordinal)
    {
        Document,
        Docx,
        "application/pdf",
        "text/plain",
        "text/markdown",
        "application/msword",
        "application/rtf",
        "text/rtf",
        "application/vnd.oasis.opendocument.text",
        "application/octet-stream",
    };

    /// <summary>Why a file is passed over, in words a recruiter understands; <c>null</c> where it is fetched.</summary>
    public static string? WhySkipped(GoogleDriveItem item) => item.MimeType switch
    {
        Folder => "Folders in a folder are not read. Set up a sync of its own for it.",
        Shortcut => "This is a shortcut. Put the file itself into the folder.",
        var kind when Fetched.Contains(kind) => null,
        _ => "Only PDF, DOCX, plain text and Google documents are imported.",
    };

    /// <summary>What a file is called once it has been fetched.</summary>
    public static string FileNameOf(GoogleDriveItem item) => item.MimeType == Document ? $"{item.Name}.docx" : item.Name;
}
