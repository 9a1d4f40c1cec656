using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.Resumes;

/// <summary>
/// An uploaded document and its way through the import, one attempt after the other until it ends.
/// </summary>
public sealed partial class Resume : Aggregate
{
    public const int MaxFileNameLength = 255;
    public const int MaxErrorLength = 500;

    /// <summary>An import that has failed this often for a reason that is not the document's is given up.</summary>
    public const int MaxFaults = 3;

    /// <summary>
    /// An import that was begun this often without an end is given up: the document itself may bring the server
    /// down. It takes many, because a server that is killed takes innocent resumes with it.
    /// </summary>
    public const int MaxAttempts = 20;

    private Resume()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The user who uploaded it.</summary>
    public string UploadedBy { get; private set; } = "";

    public ResumeSource Source { get; private set; }

    /// <summary>The name it was uploaded under, for people to recognise it by. Never a path, never used to store it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Generated name under which its content is stored; empty where another program has it.</summary>
    public string StorageKey { get; private set; } = "";

    public ResumeFormat Format { get; private set; }

    /// <summary>Size of the file in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Whose candidate it will become: a recruiter's id, or <see cref="Candidate.Pool"/>.</summary>
    public string CandidateOwnerId { get; private set; } = "";

    public ResumeStatus Status { get; private set; }

    public ProcessingStep Step { get; private set; }

    public string? Error { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempt { get; private set; }

    /// <summary>How often an attempt ended by a fault that was not the document's.</summary>
    public int Faults { get; private set; }

    public long Version { get; private set; }

    /// <summary>The worker that claimed it last. Only that one may store changes.</summary>
    public string? ClaimedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Its place in the queue: the earliest is taken first. No time to wait for.</summary>
    public DateTimeOffset QueuedFor { get; private set; }

    public DateTimeOffset? ProcessingStartedAt { get; private set; }

    public DateTimeOffset? ProcessingCompletedAt { get; private set; }

    /// <summary>When everyone concerned was notified of its end. Until then the import is not over, whatever the status says.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public Guid? CandidateId { get; private set; }

    /// <summary>What the parser read, once it has.</summary>
    public ResumeProfile? Profile { get; private set; }

    public bool HasEnded => Status is ResumeStatus.Completed or ResumeStatus.Failed;

    public ResumeProgress Progress => new(Id, Status, Step.Percentage(), Step.Label(), Error, Version, ChangedAt);

    /// <summary>Takes in an uploaded document whose content is already stored.</summary>
    public static Resume Upload(
        Guid id, UserIdentity uploader, ResumeSource source, string fileName, string storageKey, ResumeFormat format, long size, DateTimeOffset now)
    {
        var resume = new Resume
        {
            Id = id,
            UploadedBy = uploader.Id,
            Source = source,
            FileName = fileName,
            StorageKey = storageKey,
            Format = format,
            Size = size,
            CandidateOwnerId = uploader.IsRecruiter ? uploader.Id : Candidate.Pool,
            UploadedAt = now,
            QueuedFor = now,
        };
        resume.MoveTo(ResumeStatus.Uploaded, ProcessingStep.Queued, now);
        return resume;
    }

    /// <summary>A worker takes it and begins an attempt, or ends one that stopped short of announcing.</summary>
    /// <param name="worker">Name of the worker, another one for every claim.</param>
    /// <param name="now">The time of the claim.</param>
    public void Claim(string worker, DateTimeOffset now)
    {
        ClaimedBy = worker;
        if (HasEnded)
        {
            Version++;
            return;
        }

        Attempt++;
        ProcessingStartedAt ??= now;
        MoveTo(ResumeStatus.Processing, ProcessingStep.Queued, now);
    }

    /// <summary>Reports that the import has come to a step.</summary>
    /// <exception cref="InvalidOperationException">It is not being processed, or the step lies behind it.</exception>
    public void Advance(ProcessingStep step, DateTimeOffset now)
    {
        EnsureProcessing();
        if (step <= Step || step == ProcessingStep.Completed)
            throw new InvalidOperationException($"Resume {Id} cannot advance from {Step} to {step}.");
        MoveTo(ResumeStatus.Processing, step, now);
    }

    /// <summary>Keeps what the parser read and the candidate it went into.</summary>
    public void LinkCandidate(Guid candidateId, ResumeProfile profile)
    {
        EnsureProcessing();
        CandidateId = candidateId;
        Profile = profile;
    }

    /// <summary>Ends the import well.</summary>
    public void Complete(DateTimeOffset now)
    {
        EnsureProcessing();
        if (CandidateId is null)
            throw new InvalidOperationException($"Resume {Id} cannot complete without a candidate.");
        ProcessingCompletedAt = now;
        // The end of its batch is told instead.
        AnnouncedAt = BatchId is null ? null : now;
        MoveTo(ResumeStatus.Completed, ProcessingStep.Completed, now);
    }

    /// <summary>Ends the import at the current step.</summary>
    /// <param name="reason">Why, and what to do about it, in words a recruiter understands.</param>
    public void Fail(string reason, DateTimeOffset now)
    {
        EnsureProcessing();
        Error = Shorten(reason);
        ProcessingCompletedAt = now;
        AnnouncedAt = now;
        MoveTo(ResumeStatus.Failed, Step, now);
    }

    /// <summary>Whether there is no point in trying again.</summary>
    public bool IsHopeless => !HasEnded && (Faults >= MaxFaults || Attempt > MaxAttempts);

    /// <summary>Notes that an attempt ended by a fault that was not the document's.</summary>
    public void RecordFault()
    {
        Faults++;
        Version++;
    }

    /// <summary>Takes an attempt back that was ended from outside, as by a stopping server: it does not count.</summary>
    public void ForgetAttempt()
    {
        if (HasEnded)
            return;
        Attempt--;
        Version++;
    }

    /// <summary>Goes back into the queue because what it needs is not available: the attempt does not count.</summary>
    /// <exception cref="InvalidOperationException">It is not being processed.</exception>
    public void Postpone(DateTimeOffset now)
    {
        EnsureProcessing();
        Attempt--;
        MoveTo(ResumeStatus.Processing, ProcessingStep.Queued, now);
    }

    /// <summary>Goes back into the queue after it failed, as if it had never been tried.</summary>
    /// <param name="queuedFor">Its place in the queue.</param>
    /// <param name="now">When it is asked for.</param>
    /// <exception cref="InvalidOperationException">It has not failed, or another program has its document.</exception>
    public void Retry(DateTimeOffset queuedFor, DateTimeOffset now)
    {
        if (IsElsewhere)
            throw new InvalidOperationException($"Resume {Id} is not imported here.");
        if (Status != ResumeStatus.Failed)
            throw new InvalidOperationException($"Resume {Id} is {Status}, not failed.");
        (Error, ClaimedBy, Attempt, Faults) = (null, null, 0, 0);
        (ProcessingStartedAt, ProcessingCompletedAt, AnnouncedAt) = (null, null, null);
        QueuedFor = queuedFor;
        MoveTo(ResumeStatus.Uploaded, ProcessingStep.Queued, now);
    }

    /// <summary>Everyone concerned has been notified: the import is over.</summary>
    public void MarkAnnounced(DateTimeOffset now)
    {
        AnnouncedAt = now;
        Version++;
    }

    private void MoveTo(ResumeStatus status, ProcessingStep step, DateTimeOffset now)
    {
        Status = status;
        Step = step;
        ChangedAt = now;
        Version++;
        Raise(new ResumeProgressed(Progress));
    }

    private static string Shorten(string reason) => reason.Length <= MaxErrorLength ? reason : reason[..MaxErrorLength];

    private void EnsureProcessing()
    {
        if (Status != ResumeStatus.Processing)
            throw new InvalidOperationException($"Resume {Id} is {Status}, not being processed.");
    }
}
