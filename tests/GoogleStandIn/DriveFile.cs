namespace HotGigs.GoogleStandIn;

/// <summary>Something in the Drive, as it is at one moment.</summary>
public sealed record DriveFile(string Id, string Name, string MimeType, string? ParentId, byte[] Content, int Revision)
{
    public const string FolderType = "application/vnd.google-apps.folder";
    public const string DocumentType = "application/vnd.google-apps.document";

    public bool IsTrashed { get; init; }

    /// <summary>Whether its owner lets others download it.</summary>
    public bool CanDownload { get; init; } = true;

    /// <summary>Google's own kinds have no bytes of their own, and so no revision and no sum.</summary>
    public bool IsBinary => !MimeType.StartsWith("application/vnd.google-apps.", StringComparison.Ordinal);

    /// <summary>Moves with the revision, and so is the same whenever one asks.</summary>
    public DateTimeOffset ModifiedTime => DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(Revision);
}
