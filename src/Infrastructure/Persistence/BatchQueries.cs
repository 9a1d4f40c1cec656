using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>What is asked of batches, each over an index.</summary>
internal static class BatchQueries
{
    /// <summary>Where the last of a user's batches that are under way has its next turn.</summary>
    public static IQueryable<DateTimeOffset?> LastTurn(HotGigsDbContext context, string ownerId) => context.ResumeBatches
        .Where(batch => batch.OwnerId == ownerId && batch.CompletedAt == null)
        .OrderByDescending(batch => batch.NextTurn)
        .Select(batch => (DateTimeOffset?)batch.NextTurn)
        .Take(1);

    /// <summary>A user's batches, the latest first.</summary>
    public static IQueryable<ResumeBatch> OfOwner(HotGigsDbContext context, string ownerId, (DateTimeOffset CreatedAt, Guid Id)? before)
    {
        var batches = context.ResumeBatches.Where(batch => batch.OwnerId == ownerId);
        if (before is var (at, id))
            batches = batches.Where(batch => batch.CreatedAt <= at && (batch.CreatedAt < at || batch.Id.CompareTo(id) < 0));
        return batches.OrderByDescending(batch => batch.CreatedAt).ThenByDescending(batch => batch.Id);
    }

    /// <summary>The files of a batch, each with where its resume stands.</summary>
    public static IQueryable<BatchFileState> Files(HotGigsDbContext context, Guid batchId) =>
        from file in context.ResumeBatchFiles
        where file.BatchId == batchId
        join one in context.Resumes on file.ResumeId equals one.Id into resumes
        from resume in resumes.DefaultIfEmpty()
        orderby file.Ordinal
        select new BatchFileState(
            file.FileName,
            file.ResumeId,
            resume == null ? ResumeStatus.Failed : resume.Status,
            resume == null ? ProcessingStep.Queued : resume.Step,
            file.Error ?? resume.Error);

    /// <summary>The resumes of a batch that failed, in the order in which they were queued.</summary>
    public static IQueryable<Resume> Failed(HotGigsDbContext context, Guid batchId) => context.Resumes
        .Where(resume => resume.BatchId == batchId && resume.Status == ResumeStatus.Failed)
        .OrderBy(resume => resume.QueuedFor);

    /// <summary>Batches that completed before a moment and of whose end nobody was told.</summary>
    public static IQueryable<ResumeBatch> Unannounced(HotGigsDbContext context, DateTimeOffset completedBefore) => context.ResumeBatches
        .Where(batch => batch.AnnouncedAt == null && batch.CompletedAt != null && batch.CompletedAt < completedBefore)
        .OrderBy(batch => batch.CompletedAt);
}
