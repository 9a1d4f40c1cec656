using HotGigs.Application.GoogleDrive;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <inheritdoc cref="IGoogleDriveSyncs"/>
internal sealed class GoogleDriveSyncs(Database database, TimeProvider clock) : IGoogleDriveSyncs
{
    public Task<GoogleDriveSync?> SetUpAsync(GoogleDriveSync sync, int maxPerOwner, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var mine = SyncQueries.OfOwner(context, sync.OwnerId);
            if (await mine.SingleOrDefaultAsync(one => one.FolderId == sync.FolderId, ct) is { } existing)
            {
                existing.Change(sync.FolderName, sync.Frequency, isActive: true, clock.GetUtcNow());
                return existing;
            }

            return await mine.CountAsync(ct) < maxPerOwner ? context.GoogleDriveSyncs.Add(sync).Entity : null;
        }, cancellationToken);

    public async Task<IReadOnlyList<GoogleDriveSync>> ListAsync(string ownerId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => SyncQueries.OfOwner(context, ownerId).AsNoTracking().ToListAsync(cancellationToken));

    public Task<GoogleDriveSync?> FindAsync(string ownerId, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(context => SyncQueries.One(context, ownerId, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken));

    public Task<GoogleDriveSync?> ChangeAsync(
        string ownerId, Guid id, Action<GoogleDriveSync> change, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var sync = await SyncQueries.One(context, ownerId, id).SingleOrDefaultAsync(ct);
            if (sync is not null)
                change(sync);
            return sync;
        }, cancellationToken);

    public Task<bool> DeleteAsync(string ownerId, Guid id, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            if (await SyncQueries.One(context, ownerId, id).SingleOrDefaultAsync(ct) is not { } sync)
                return false;
            if (sync.IsRunning)
                sync.Delete(clock.GetUtcNow());
            else
                context.GoogleDriveSyncs.Remove(sync);
            return true;
        }, cancellationToken);

    public async Task<IReadOnlyList<GoogleDriveSync>> SuspendAllAsync(string ownerId, string error, CancellationToken cancellationToken) =>
        await database.WriteOnLatestAsync(async (context, ct) =>
        {
            var active = await SyncQueries.OfOwner(context, ownerId).Where(sync => sync.IsActive).ToListAsync(ct);
            active.ForEach(sync => sync.Suspend(error, awaitsConnection: true));
            return active;
        }, cancellationToken);

    public Task ResumeAllAsync(string ownerId, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var waiting = await SyncQueries.OfOwner(context, ownerId).Where(sync => sync.AwaitsConnection).ToListAsync(ct);
            waiting.ForEach(sync => sync.Change(null, null, isActive: true, clock.GetUtcNow()));
            return waiting.Count;
        }, cancellationToken);

    public async Task<IReadOnlyList<GoogleDriveFile>> ListFilesAsync(
        Guid syncId, (DateTimeOffset FoundAt, Guid Id)? before, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            SyncQueries.Files(context, syncId, before).AsNoTracking().Take(limit).ToListAsync(cancellationToken));

    public async Task<IReadOnlyDictionary<Guid, GoogleDriveCounts>> CountFilesAsync(
        IReadOnlyCollection<Guid> syncIds, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => SyncQueries.Counts(context, [.. syncIds.Select(id => (Guid?)id)])
            .ToDictionaryAsync(sync => sync.SyncId, sync => new GoogleDriveCounts(sync.Synced, sync.Failed), cancellationToken));
}
