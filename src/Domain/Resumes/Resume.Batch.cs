namespace HotGigs.Domain.Resumes;

/// <summary>A resume that came with others: the end of its <see cref="ResumeBatch"/> is told, not its own.</summary>
public sealed partial class Resume
{
    /// <summary>The batch it came with.</summary>
    public Guid? BatchId { get; private set; }

    internal static Resume UploadInBatch(
        Guid id, ResumeBatch batch, string fileName, StoredDocument document, DateTimeOffset queuedFor, DateTimeOffset now)
    {
        var resume = new Resume
        {
            Id = id,
            BatchId = batch.Id,
            UploadedBy = batch.OwnerId,
            Source = batch.Source,
            FileName = fileName,
            StorageKey = document.StorageKey,
            Format = document.Format,
            Size = document.Size,
            CandidateOwnerId = batch.CandidateOwnerId,
            UploadedAt = now,
            QueuedFor = queuedFor,
        };
        resume.MoveTo(ResumeStatus.Uploaded, ProcessingStep.Queued, now);
        return resume;
    }
}
