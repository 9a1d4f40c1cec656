namespace HotGigs.Domain.GoogleDrive;

/// <summary>
/// One revision of one file that a sync has dealt with. Its owner has it once, whichever of their folders it lies in:
/// that is what keeps it from being imported twice.
/// </summary>
public sealed class GoogleDriveFile
{
    public const int MaxFileIdLength = 200;
    public const int MaxRevisionLength = 200;
    public const int MaxFileNameLength = 255;
    public const int MaxReasonLength = 500;

    private GoogleDriveFile()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The sync whose folder it lies in; <c>null</c> where that was deleted and no other has met it yet.</summary>
    public Guid? SyncId { get; private set; }

    public string OwnerId { get; private set; } = "";

    /// <summary>Google's name for the file.</summary>
    public string FileId { get; private set; } = "";

    /// <summary>Google's name for the content it had.</summary>
    public string Revision { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public GoogleDriveOutcome Outcome { get; private set; }

    /// <summary>Why it was not imported, in words a recruiter understands.</summary>
    public string? Reason { get; private set; }

    public Guid? ResumeId { get; private set; }

    /// <summary>The run that dealt with it last.</summary>
    public Guid RunId { get; private set; }

    /// <summary>When it was dealt with first.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    public static GoogleDriveFile Find(GoogleDriveSync sync, string fileId, string revision, string fileName, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SyncId = sync.Id,
        OwnerId = sync.OwnerId,
        FileId = fileId,
        Revision = revision,
        FileName = Shorten(fileName, MaxFileNameLength),
        FoundAt = now,
    };

    /// <summary>Belongs from now on to a sync that met it, after its own was deleted.</summary>
    public void MoveTo(GoogleDriveSync sync) => SyncId = sync.Id;

    /// <summary>Notes what became of it in a run.</summary>
    public void Record(Guid runId, GoogleDriveOutcome outcome, string? reason, Guid? resumeId)
    {
        RunId = runId;
        Outcome = outcome;
        Reason = reason is null ? null : Shorten(reason, MaxReasonLength);
        ResumeId = resumeId;
    }

    /// <summary>Whether a run still has to deal with it: it could not be fetched, and this run has not tried yet.</summary>
    public bool IsOpenFor(Guid runId) => Outcome == GoogleDriveOutcome.Failed && RunId != runId;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
