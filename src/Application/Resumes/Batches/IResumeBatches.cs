using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>
/// Stores batches and their files. Each method is one transaction, and publishes what it committed. The ends of
/// their resumes are counted by <see cref="IResumeStore"/>, in the transaction that stores them.
/// </summary>
public interface IResumeBatches
{
    /// <summary>Stores a new batch, open or sealed, with its first files.</summary>
    /// <returns>The places of the files, in their order.</returns>
    Task<IReadOnlyList<ResumeBatchFile>> AddAsync(
        ResumeBatch batch, IReadOnlyList<ReceivedFile> files, bool seal, CancellationToken cancellationToken);

    /// <summary>Adds files to an open batch.</summary>
    /// <returns>Their places, in their order.</returns>
    /// <exception cref="InvalidOperationException">The batch is sealed, or there is none.</exception>
    Task<IReadOnlyList<ResumeBatchFile>> AddFilesAsync(
        Guid batchId, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken);

    /// <summary>Says that no file will be added any more: the batch completes when all have ended, at once where they have. Again it changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such batch.</exception>
    Task SealAsync(Guid batchId, CancellationToken cancellationToken);

    /// <summary>Finds a batch. What it returns is detached.</summary>
    Task<ResumeBatch?> FindAsync(Guid batchId, CancellationToken cancellationToken);

    /// <summary>Where each file of a batch stands, in their order.</summary>
    Task<IReadOnlyList<BatchFileState>> ReadFilesAsync(Guid batchId, CancellationToken cancellationToken);

    /// <summary>A user's batches, the latest first.</summary>
    /// <param name="ownerId">The user.</param>
    /// <param name="before">Only those older than this one, where it is given.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<ResumeBatch>> ListAsync(
        string ownerId, (DateTimeOffset CreatedAt, Guid Id)? before, int limit, CancellationToken cancellationToken);

    /// <summary>Puts the resumes of a complete batch that failed back into the queue.</summary>
    /// <returns>How many there were; <c>null</c> where the batch is not complete, or somebody else has just retried it.</returns>
    Task<int?> RetryFailedAsync(Guid batchId, CancellationToken cancellationToken);

    /// <summary>Batches that completed before a moment and whose owner has not been told.</summary>
    Task<IReadOnlyList<Guid>> FindUnannouncedAsync(DateTimeOffset completedBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Stores that the owner has been told of the end of a round.</summary>
    Task MarkAnnouncedAsync(Guid batchId, int round, CancellationToken cancellationToken);
}

/// <summary>Where one file of a batch stands.</summary>
/// <param name="FileName">What it is called.</param>
/// <param name="ResumeId">Its resume; <c>null</c> where it was refused.</param>
/// <param name="Status">The state of its resume; failed where it was refused.</param>
/// <param name="Step">The step its resume is at, or ended at.</param>
/// <param name="Error">Why it was refused or failed.</param>
public sealed record BatchFileState(string FileName, Guid? ResumeId, ResumeStatus Status, ProcessingStep Step, string? Error);
