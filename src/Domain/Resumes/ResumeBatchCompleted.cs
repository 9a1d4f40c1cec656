using HotGigs.Domain.Common;

namespace HotGigs.Domain.Resumes;

/// <summary>A batch is sealed and all of its files have ended; once for each round.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="SyncId">The Google Drive sync that it is a run of, if it is one.</param>
/// <param name="Round">1, and one more for every retry.</param>
/// <param name="Counts">Of the whole batch, not of this round alone.</param>
public sealed record ResumeBatchCompleted(Guid BatchId, Guid? SyncId, int Round, BatchCounts Counts) : IDomainEvent;
