using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>What is asked of syncs and their files, each over an index.</summary>
internal static class SyncQueries
{
    /// <summary>What has something to be done about it, and is in nobody's hands; the longest due first.</summary>
    public static IQueryable<GoogleDriveSync> Free(HotGigsDbContext context, DateTimeOffset now) => context.GoogleDriveSyncs
        .Where(sync => sync.DueAt != null && sync.DueAt <= now
            && (EF.Property<DateTimeOffset?>(sync, GoogleDriveRuns.LeasedUntil) == null
                || EF.Property<DateTimeOffset?>(sync, GoogleDriveRuns.LeasedUntil) <= now))
        .OrderBy(sync => sync.DueAt);

    /// <summary>A user's syncs, the oldest first.</summary>
    public static IQueryable<GoogleDriveSync> OfOwner(HotGigsDbContext context, string ownerId) => context.GoogleDriveSyncs
        .Where(sync => sync.OwnerId == ownerId && !sync.IsDeleted)
        .OrderBy(sync => sync.CreatedAt);

    public static IQueryable<GoogleDriveSync> One(HotGigsDbContext context, string ownerId, Guid id) => context.GoogleDriveSyncs
        .Where(sync => sync.Id == id && sync.OwnerId == ownerId && !sync.IsDeleted);

    /// <summary>All known revisions of files, of whichever folder of a user.</summary>
    public static IQueryable<GoogleDriveFile> Known(HotGigsDbContext context, string ownerId, IReadOnlyCollection<string> fileIds) =>
        context.GoogleDriveFiles.Where(file => file.OwnerId == ownerId && fileIds.Contains(file.FileId));

    /// <summary>How the files of syncs stand: by what became of them last, and of their resumes since.</summary>
    public static IQueryable<SyncCounts> Counts(HotGigsDbContext context, IReadOnlyCollection<Guid?> syncIds) =>
        (from file in context.GoogleDriveFiles
         where syncIds.Contains(file.SyncId)
         join one in context.Resumes on file.ResumeId equals one.Id into resumes
         from resume in resumes.DefaultIfEmpty()
         select new
         {
             file.SyncId,
             // A resume that was deleted has been one.
             IsSynced = file.Outcome == GoogleDriveOutcome.Imported && (resume == null || resume.Status == ResumeStatus.Completed) ? 1 : 0,
             IsFailed = file.Outcome == GoogleDriveOutcome.Failed || file.Outcome == GoogleDriveOutcome.Refused
                 || (resume != null && resume.Status == ResumeStatus.Failed) ? 1 : 0,
         })
        .GroupBy(file => file.SyncId)
        .Select(files => new SyncCounts(files.Key!.Value, files.Sum(file => file.IsSynced), files.Sum(file => file.IsFailed)));

    /// <summary>What was found in a folder, the latest first.</summary>
    public static IQueryable<GoogleDriveFile> Files(HotGigsDbContext context, Guid syncId, (DateTimeOffset FoundAt, Guid Id)? before)
    {
        var files = context.GoogleDriveFiles.Where(file => file.SyncId == syncId);
        if (before is var (at, id))
            files = files.Where(file => file.FoundAt <= at && (file.FoundAt < at || file.Id.CompareTo(id) < 0));
        return files.OrderByDescending(file => file.FoundAt).ThenByDescending(file => file.Id);
    }
}

/// <summary>How the files of a sync stand.</summary>
internal sealed record SyncCounts(Guid SyncId, int Synced, int Failed);
