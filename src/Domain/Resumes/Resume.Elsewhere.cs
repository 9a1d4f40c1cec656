using HotGigs.Domain.Candidates;

namespace HotGigs.Domain.Resumes;

/// <summary>A resume that another program imports: its document and its profile are there, and only where it stands is kept here.</summary>
public sealed partial class Resume
{
    /// <summary>Whether another program imports it.</summary>
    public bool IsElsewhere => StorageKey.Length == 0;

    /// <summary>Begins to follow a resume that another program imports.</summary>
    public static Resume TrackElsewhere(Guid id, string uploadedBy, string fileName, DateTimeOffset now)
    {
        var resume = new Resume
        {
            Id = id,
            UploadedBy = uploadedBy,
            Source = ResumeSource.ApiImport,
            FileName = fileName,
            CandidateOwnerId = Candidate.Pool,
            UploadedAt = now,
            QueuedFor = now,
            // The import queue of this program takes only what has not been announced.
            AnnouncedAt = now,
        };
        resume.MoveTo(ResumeStatus.Uploaded, ProcessingStep.Queued, now);
        return resume;
    }

    /// <summary>
    /// Moves to where another program reports it to be. Reports may come late, twice and in any order: what lies
    /// behind changes nothing, and in the end all orders lead to the same state. A resume that has completed stays so,
    /// one that failed may still complete.
    /// </summary>
    /// <exception cref="InvalidOperationException">This program imports it.</exception>
    public void Follow(ResumeReport report, DateTimeOffset now)
    {
        if (!IsElsewhere)
            throw new InvalidOperationException($"Resume {Id} is imported here.");

        Link(report.CandidateId);
        if (!IsAhead(report))
            return;
        if (report.Status != ResumeStatus.Uploaded)
            ProcessingStartedAt ??= now;
        switch (report.Status)
        {
            case ResumeStatus.Completed:
                Error = null;
                ProcessingCompletedAt = now;
                MoveTo(ResumeStatus.Completed, ProcessingStep.Completed, now);
                break;
            case ResumeStatus.Failed:
                Error = Shorten(report.Error ?? "");
                ProcessingCompletedAt = now;
                MoveTo(ResumeStatus.Failed, Later(Step, report.Step), now);
                break;
            default:
                MoveTo(Status > report.Status ? Status : report.Status, Later(Step, report.Step), now);
                break;
        }
    }

    private bool IsAhead(ResumeReport report) => Status switch
    {
        ResumeStatus.Completed => false,
        ResumeStatus.Failed => report.Status == ResumeStatus.Completed,
        _ => report.Status is ResumeStatus.Completed or ResumeStatus.Failed || report.Step > Step || report.Status > Status,
    };

    private void Link(Guid? candidateId)
    {
        if (candidateId is null || CandidateId is not null)
            return;
        CandidateId = candidateId;
        Version++;
    }

    private static ProcessingStep Later(ProcessingStep one, ProcessingStep other) => one > other ? one : other;
}

/// <summary>Where another program says that a resume stands.</summary>
/// <param name="Status">Its state as a whole.</param>
/// <param name="Step">The step it is at; before the last one unless it has completed.</param>
/// <param name="Error">Why it failed, where it has.</param>
/// <param name="CandidateId">The candidate it has become, where that one is known here.</param>
public sealed record ResumeReport(ResumeStatus Status, ProcessingStep Step, string? Error = null, Guid? CandidateId = null);
