using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.Resumes;

/// <summary>
/// Many resumes that came together, such as a bulk upload or a run of a Google Drive sync: their end is told once.
/// Files are added while it is open; once it is sealed and all of them have ended, its round is complete. A retry of
/// failed files begins another round.
/// </summary>
public sealed class ResumeBatch : Aggregate
{
    public const int MaxLabelLength = 200;

    /// <summary>
    /// How far the files of a batch stand apart in the queue. It is more than a file takes, so whatever comes later
    /// overtakes the rest of the batch, and batches of several owners take turns.
    /// </summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private ResumeBatch()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The user who is told of its end.</summary>
    public string OwnerId { get; private set; } = "";

    /// <summary>Whose candidates its resumes become: a recruiter's id, or <see cref="Candidate.Pool"/>.</summary>
    public string CandidateOwnerId { get; private set; } = "";

    public ResumeSource Source { get; private set; }

    /// <summary>The Google Drive sync that it is a run of.</summary>
    public Guid? SyncId { get; private set; }

    /// <summary>Where the files came from, for people: the name of a Google Drive folder. Empty for a bulk upload.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Whether its end is told even if there were no files.</summary>
    public bool NotifyWhenEmpty { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the last file had been added; <c>null</c> as long as more may come.</summary>
    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>When all its files had ended; <c>null</c> again while failed ones are retried.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When its owner was told of the end of this round, or it was found that they need not be.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>1, and one more for every retry.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>All files, those that were refused too.</summary>
    public int TotalFiles { get; private set; }

    public int Successful { get; private set; }

    /// <summary>How many failed, those that were refused too.</summary>
    public int Failed { get; private set; }

    /// <summary>How many were refused before they became a resume: there is nothing to retry.</summary>
    public int Refused { get; private set; }

    /// <summary>Where in the queue its next file will stand.</summary>
    public DateTimeOffset NextTurn { get; private set; }

    public long Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Processed => Successful + Failed;

    /// <summary>Its state as a whole. It completes whatever became of its files: the counts tell that.</summary>
    public ResumeStatus Status =>
        CompletedAt is not null ? ResumeStatus.Completed
        : Processed > Refused || Round > 1 ? ResumeStatus.Processing
        : ResumeStatus.Uploaded;

    /// <summary>What those who watch it see. The percentage stays 0 as long as nobody knows how many files there will be.</summary>
    public ResumeProgress Progress => new(Id, Status, Percentage, $"{Processed} of {TotalFiles} files", null, Version, ChangedAt)
    {
        Batch = new BatchCounts(TotalFiles, Successful, Failed),
    };

    private int Percentage =>
        CompletedAt is not null ? 100
        : SealedAt is null || TotalFiles == 0 ? 0
        : (int)(100L * Processed / TotalFiles);

    /// <summary>Opens a bulk upload.</summary>
    public static ResumeBatch OfBulkUpload(UserIdentity owner, DateTimeOffset now) =>
        Open(owner, ResumeSource.BulkUpload, now);

    /// <summary>Opens a run of a Google Drive sync.</summary>
    /// <param name="owner">Whose sync it is.</param>
    /// <param name="syncId">The sync.</param>
    /// <param name="folderName">What the folder is called; what is longer than <see cref="MaxLabelLength"/> is cut.</param>
    /// <param name="notifyWhenEmpty">Whether the owner is told even if there was no new file.</param>
    /// <param name="now">When the run begins.</param>
    public static ResumeBatch OfGoogleDriveSync(
        UserIdentity owner, Guid syncId, string folderName, bool notifyWhenEmpty, DateTimeOffset now)
    {
        var batch = Open(owner, ResumeSource.GoogleDrive, now);
        batch.SyncId = syncId;
        batch.Label = folderName.Length <= MaxLabelLength ? folderName : folderName[..MaxLabelLength];
        batch.NotifyWhenEmpty = notifyWhenEmpty;
        return batch;
    }

    /// <summary>Lines up behind the owner's other batches: many of one user get no more turns than one of another.</summary>
    /// <param name="turn">Where the last of them has its next turn; in the past where they need none any more.</param>
    public void QueueBehind(DateTimeOffset turn) => NextTurn = Later(NextTurn, turn);

    /// <summary>Takes in a file whose content is already stored.</summary>
    /// <returns>Its resume, and its place in the batch.</returns>
    /// <exception cref="InvalidOperationException">The batch is sealed.</exception>
    public (Resume Resume, ResumeBatchFile File) Add(string fileName, StoredDocument document, DateTimeOffset now)
    {
        var resume = Resume.UploadInBatch(Guid.CreateVersion7(now), this, fileName, document, TakeTurn(now), now);
        return (resume, NextFile(fileName, resume.Id, null));
    }

    /// <summary>Takes note of a file that was refused.</summary>
    /// <param name="fileName">What it is called.</param>
    /// <param name="reason">Why, in words a recruiter understands.</param>
    /// <exception cref="InvalidOperationException">The batch is sealed.</exception>
    public ResumeBatchFile Refuse(string fileName, string reason)
    {
        var file = NextFile(fileName, null, reason);
        Failed++;
        Refused++;
        return file;
    }

    /// <summary>Says that files were added.</summary>
    public void RecordAdded(DateTimeOffset now) => Change(now);

    /// <summary>No file will be added any more. Where all have ended, the batch is complete. Again it changes nothing.</summary>
    public void Seal(DateTimeOffset now)
    {
        if (SealedAt is not null)
            return;
        SealedAt = now;
        Change(now);
    }

    /// <summary>One of its resumes has ended.</summary>
    public void RecordEnd(bool isSuccessful, DateTimeOffset now)
    {
        if (Processed >= TotalFiles)
            throw new InvalidOperationException($"All files of batch {Id} have ended.");
        if (isSuccessful)
            Successful++;
        else
            Failed++;
        Change(now);
    }

    /// <summary>Begins another round for resumes that failed.</summary>
    /// <exception cref="InvalidOperationException">Its files have not all ended, or these are none, or not all of them have failed.</exception>
    public void Retry(IReadOnlyCollection<Resume> failed, DateTimeOffset now)
    {
        if (CompletedAt is null || failed.Count == 0 || failed.Count > Failed - Refused)
            throw new InvalidOperationException($"Batch {Id} cannot retry {failed.Count} files.");
        foreach (var resume in failed)
            resume.Retry(TakeTurn(now), now);
        Failed -= failed.Count;
        Round++;
        (CompletedAt, AnnouncedAt) = (null, null);
        Change(now);
    }

    /// <summary>Its owner has been told of the end of this round.</summary>
    public void MarkAnnounced(DateTimeOffset now) => AnnouncedAt = now;

    private static ResumeBatch Open(UserIdentity owner, ResumeSource source, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OwnerId = owner.Id,
        CandidateOwnerId = owner.IsRecruiter ? owner.Id : Candidate.Pool,
        Source = source,
        CreatedAt = now,
        ChangedAt = now,
        NextTurn = now,
    };

    private ResumeBatchFile NextFile(string fileName, Guid? resumeId, string? error)
    {
        if (SealedAt is not null)
            throw new InvalidOperationException($"Batch {Id} is sealed.");
        return ResumeBatchFile.Of(Id, TotalFiles++, fileName, resumeId, error);
    }

    private DateTimeOffset TakeTurn(DateTimeOffset now)
    {
        var turn = Later(NextTurn, now);
        NextTurn = turn + Pace;
        return turn;
    }

    private void Change(DateTimeOffset now)
    {
        var completes = CompletedAt is null && SealedAt is not null && Processed == TotalFiles;
        if (completes)
            CompletedAt = now;
        ChangedAt = now;
        Version++;
        Raise(new ResumeProgressed(Progress));
        if (completes)
            Raise(new ResumeBatchCompleted(Id, SyncId, Round, new BatchCounts(TotalFiles, Successful, Failed)));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
