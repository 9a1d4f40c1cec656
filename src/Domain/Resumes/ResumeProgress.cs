using HotGigs.Domain.Common;

namespace HotGigs.Domain.Resumes;

/// <summary>Where a resume, or a batch of them, stands: all that its watchers see. Only the latest one matters.</summary>
/// <param name="ResumeId">The resume, or the batch.</param>
/// <param name="Status">Its state as a whole.</param>
/// <param name="Percentage">0 to 100; never goes back within an attempt.</param>
/// <param name="CurrentStep">The label of the step it is at, or ended at.</param>
/// <param name="Error">Why it failed, for a recruiter; <c>null</c> otherwise.</param>
/// <param name="Version">Grows with every change, so that a late message never replaces a newer one.</param>
/// <param name="At">When it got there.</param>
public sealed record ResumeProgress(
    Guid ResumeId,
    ResumeStatus Status,
    int Percentage,
    string CurrentStep,
    string? Error,
    long Version,
    DateTimeOffset At)
{
    /// <summary>The files of a batch, where it is one that is told of.</summary>
    public BatchCounts? Batch { get; init; }
}

/// <summary>A resume, or a batch of them, moved, ended or started anew.</summary>
public sealed record ResumeProgressed(ResumeProgress Progress) : IDomainEvent;
