namespace HotGigs.Domain.GoogleDrive;

/// <summary>
/// A folder of a user's Google Drive whose resumes are imported, by a schedule or when asked for. Its row is also its
/// place in the queue of runs: <see cref="DueAt"/> says when somebody has to do something about it.
/// </summary>
public sealed class GoogleDriveSync
{
    public const int MaxFolderIdLength = 200;
    public const int MaxFolderNameLength = 200;
    public const int MaxErrorLength = 500;

    private GoogleDriveSync()
    {
    }

    public Guid Id { get; private set; }

    public string OwnerId { get; private set; } = "";

    /// <summary>Google's name for the folder.</summary>
    public string FolderId { get; private set; } = "";

    public string FolderName { get; private set; } = "";

    public SyncFrequency Frequency { get; private set; }

    /// <summary>Whether it may run at all.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether it was switched off for want of access, and is switched on again when the user connects.</summary>
    public bool AwaitsConnection { get; private set; }

    /// <summary>Whether it was deleted while it ran. Whoever claims it next removes it.</summary>
    public bool IsDeleted { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a run last got to the end of the folder.</summary>
    public DateTimeOffset? LastSyncAt { get; private set; }

    /// <summary>When it runs by itself next; <c>null</c> where nothing is planned.</summary>
    public DateTimeOffset? NextSyncAt { get; private set; }

    /// <summary>When the owner asked for a run that has not begun.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>From when on it is to be claimed; <c>null</c> where there is nothing to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The run under way.</summary>
    public Guid? RunId { get; private set; }

    /// <summary>The batch that the files of the run under way come into, once there are any.</summary>
    public Guid? RunBatchId { get; private set; }

    /// <summary>Whether the run under way was asked for, so that its end is told even if nothing was new.</summary>
    public bool RunIsManual { get; private set; }

    public DateTimeOffset? RunStartedAt { get; private set; }

    /// <summary>Failed attempts of the run under way.</summary>
    public int Faults { get; private set; }

    /// <summary>The last batch of runs that have ended: its files may still be in work.</summary>
    public Guid? LastBatchId { get; private set; }

    /// <summary>Why the last run, or the last attempt of the one under way, failed; <c>null</c> if it did not.</summary>
    public string? Error { get; private set; }

    /// <summary>Name of the worker that holds it, another one for every claim.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; private set; }

    public bool IsRunning => RunId is not null;

    public static GoogleDriveSync SetUp(
        Guid id, string ownerId, string folderId, string folderName, SyncFrequency frequency, DateTimeOffset now)
    {
        var sync = new GoogleDriveSync { Id = id, OwnerId = ownerId, FolderId = folderId, CreatedAt = now };
        sync.Change(folderName, frequency, isActive: true, now);
        return sync;
    }

    /// <summary>Changes what is given. A schedule that begins anew counts from now.</summary>
    public void Change(string? folderName, SyncFrequency? frequency, bool? isActive, DateTimeOffset now)
    {
        var restart = (frequency ?? Frequency) != Frequency || (isActive ?? IsActive) != IsActive;
        FolderName = folderName ?? FolderName;
        Frequency = frequency ?? Frequency;
        IsActive = isActive ?? IsActive;
        if (isActive is not null)
            AwaitsConnection = false;
        if (restart && IsActive)
            Error = null;
        if (restart)
            NextSyncAt = IsActive ? now + Frequency.Interval() : null;
        // Switched on again, it does not run for a wish of long ago.
        if (!IsActive)
            RequestedAt = null;
        Plan();
    }

    /// <summary>Switches it off because the folder cannot be read any more.</summary>
    /// <param name="error">Why, in words a recruiter understands.</param>
    /// <param name="awaitsConnection">Whether connecting again brings it back.</param>
    public void Suspend(string error, bool awaitsConnection)
    {
        AwaitsConnection |= awaitsConnection && IsActive;
        IsActive = false;
        Error = Shorten(error);
        (NextSyncAt, RequestedAt) = (null, null);
        Plan();
    }

    /// <summary>Asks for a run now; while one is under way, or asked for, or it is switched off, this changes nothing.</summary>
    public void Request(DateTimeOffset now)
    {
        if (IsRunning || !IsActive)
            return;
        RequestedAt ??= now;
        Plan();
    }

    /// <summary>Deletes it for its owner. While it runs, the row stays until the run has been ended properly.</summary>
    public void Delete(DateTimeOffset now)
    {
        IsDeleted = true;
        DueAt = now;
        Version++;
    }

    /// <summary>A worker takes it, and begins a run or goes on with the one that another left behind.</summary>
    /// <param name="worker">Name of the worker, another one for every claim.</param>
    /// <param name="now">The time of the claim.</param>
    public void Claim(string worker, DateTimeOffset now)
    {
        ClaimedBy = worker;
        Version++;
        if (IsRunning || IsDeleted)
            return;
        (RunId, RunIsManual, RunStartedAt) = (Guid.CreateVersion7(now), RequestedAt is not null, now);
        (RequestedAt, Error, Faults) = (null, null, 0);
    }

    /// <summary>The files of the run come into this batch.</summary>
    public void OpenBatch(Guid batchId)
    {
        RunBatchId = batchId;
        Version++;
    }

    /// <summary>An attempt of the run failed: another one follows.</summary>
    public void Retry(string error, DateTimeOffset at)
    {
        Faults++;
        Error = Shorten(error);
        DueAt = at;
        Version++;
    }

    /// <summary>The run under way goes on as soon as others that are due had their turn. What went wrong before is behind it.</summary>
    public void ContinueRun(DateTimeOffset now)
    {
        (Faults, Error, DueAt) = (0, null, now);
        Version++;
    }

    /// <summary>Ends the run under way, and plans the next one.</summary>
    /// <param name="error">Why it did not get to the end of the folder; <c>null</c> if it did.</param>
    /// <param name="now">The time.</param>
    public void EndRun(string? error, DateTimeOffset now)
    {
        if (error is null)
            LastSyncAt = now;
        Error = error is null ? null : Shorten(error);
        (LastBatchId, RunBatchId, RunId, Faults) = (RunBatchId ?? LastBatchId, null, null, 0);
        if (NextSyncAt is { } planned && planned <= now && Frequency.Interval() is { } interval)
            // It keeps its time of day, however late a run was.
            NextSyncAt = planned + (interval * (Math.Floor((now - planned) / interval) + 1));
        Plan();
    }

    private void Plan()
    {
        Version++;
        // What runs stays due: if its worker dies, the next one takes it up when the lease has run out.
        if (!IsRunning && !IsDeleted)
            DueAt = IsActive ? RequestedAt ?? NextSyncAt : null;
    }

    private static string Shorten(string text) => text.Length <= MaxErrorLength ? text : text[..MaxErrorLength];
}
