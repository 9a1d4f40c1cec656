using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Application.Resumes;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <inheritdoc cref="IGoogleDriveRuns"/>
internal sealed class GoogleDriveRuns(
    Database database, IDomainEventPublisher events, IResumeQueueSignal resumes, TimeProvider clock) : IGoogleDriveRuns
{
    /// <summary>Shadow property: until when a claimed sync is held. The queue's own, no business of the sync.</summary>
    internal const string LeasedUntil = "LeasedUntil";

    public async Task<GoogleDriveSync?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        // A look costs no write: an idle server does not touch the database's write lock.
        while (await database.ReadAsync(context => SyncQueries.Free(context, clock.GetUtcNow()).AnyAsync(cancellationToken)))
        {
            try
            {
                return await database.WriteAsync((context, ct) => ClaimAsync(context, worker, lease, ct), cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another server was faster; look for the next one.
            }
        }

        return null;
    }

    public Task RenewLeaseAsync(GoogleDriveSync sync, TimeSpan lease, CancellationToken cancellationToken) =>
        MoveLeaseAsync(sync, clock.GetUtcNow() + lease, cancellationToken);

    public Task ReleaseAsync(GoogleDriveSync sync, CancellationToken cancellationToken) =>
        MoveLeaseAsync(sync, null, cancellationToken);

    public async Task<IReadOnlyList<GoogleDriveItem>> SelectOpenAsync(
        GoogleDriveSync sync, IReadOnlyList<GoogleDriveItem> items, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(context => KnownAsync(context, sync.OwnerId, items, cancellationToken));
        if (items.Any(item => known.GetValueOrDefault(KeyOf(item)) is { SyncId: null }))
            await TakeOverAsync(sync, items, cancellationToken);
        return [.. items.DistinctBy(KeyOf).Where(item => !known.TryGetValue(KeyOf(item), out var file) || file.IsOpenFor(sync.RunId!.Value))];
    }

    public async Task<bool> RecordAsync(
        GoogleDriveSync sync, UserIdentity owner, IReadOnlyList<FetchedItem> fetched, CancellationToken cancellationToken)
    {
        var (isGoingOn, batch) = await WriteHeldAsync(sync, async (stored, context, ct) =>
        {
            if (stored.IsDeleted)
                return (false, (ResumeBatch?)null);
            var dealt = await NoteAsync(context, stored, fetched, ct);
            var told = dealt.Where(one => one.IsTold).ToList();
            var batch = told.Count == 0 ? null : await OpenBatchAsync(context, stored, owner, ct);
            var places = batch is null ? [] : TakeIn(context, batch, [.. told.Select(one => one.Item.Received!)]);
            var resumeOf = told.Zip(places).ToDictionary(pair => pair.First.File, pair => pair.Second.ResumeId);
            foreach (var one in dealt)
                one.File.Record(stored.RunId!.Value, one.Item.Outcome, one.Item.Reason, resumeOf.GetValueOrDefault(one.File));
            return (true, batch);
        }, cancellationToken);
        if (batch is not null)
        {
            await events.PublishAsync(batch.TakeEvents(), CancellationToken.None);
            resumes.Wake(fetched.Count);
        }

        return isGoingOn;
    }

    public async Task EndAsync(GoogleDriveSync sync, RunEnd end, CancellationToken cancellationToken)
    {
        var batch = await WriteHeldAsync(sync, async (stored, context, ct) =>
        {
            var now = clock.GetUtcNow();
            if (end.HasMore && stored is { IsActive: true, IsDeleted: false })
            {
                stored.ContinueRun(now);
                SetLease(context, stored, null);
                return null;
            }

            var isToldEmpty = stored is { RunBatchId: null, RunIsManual: true, IsDeleted: false } && end.Error is null;
            var batch = stored.RunBatchId is not null || isToldEmpty
                // Nothing comes into an empty one, so it does not matter whose candidates that would be.
                ? await OpenBatchAsync(context, stored, new UserIdentity(stored.OwnerId, stored.OwnerId, null, Roles.Recruiter), ct)
                : null;
            batch?.Seal(now);
            if (stored.IsDeleted)
            {
                context.GoogleDriveSyncs.Remove(stored);
                return batch;
            }

            if (end.SwitchOff)
                stored.Suspend(end.Error ?? "", awaitsConnection: false);
            stored.EndRun(end.HasMore ? stored.Error ?? "It was switched off before it got to the end of the folder." : end.Error, now);
            SetLease(context, stored, null);
            return batch;
        }, cancellationToken);
        if (batch is not null)
            await events.PublishAsync(batch.TakeEvents(), CancellationToken.None);
    }

    public Task RetryAsync(GoogleDriveSync sync, string error, TimeSpan delay, CancellationToken cancellationToken) =>
        WriteHeldAsync(sync, (stored, context, _) =>
        {
            stored.Retry(error, clock.GetUtcNow() + delay);
            SetLease(context, stored, null);
            return Task.FromResult(stored);
        }, cancellationToken);

    private static (string FileId, string Revision) KeyOf(GoogleDriveItem item) => (item.Id, item.Revision);

    private static Task<Dictionary<(string FileId, string Revision), GoogleDriveFile>> KnownAsync(
        HotGigsDbContext context, string ownerId, IEnumerable<GoogleDriveItem> items, CancellationToken cancellationToken) =>
        SyncQueries.Known(context, ownerId, [.. items.Select(item => item.Id).Distinct()])
            .ToDictionaryAsync(file => (file.FileId, file.Revision), cancellationToken);

    private static void SetLease(HotGigsDbContext context, GoogleDriveSync stored, DateTimeOffset? until) =>
        context.Entry(stored).Property<DateTimeOffset?>(LeasedUntil).CurrentValue = until;

    private async Task<GoogleDriveSync?> ClaimAsync(
        HotGigsDbContext context, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sync = await SyncQueries.Free(context, now).FirstOrDefaultAsync(cancellationToken);
        if (sync is not null)
        {
            sync.Claim(worker, now);
            SetLease(context, sync, now + lease);
        }

        return sync;
    }

    // Past the version check: a sign of life must not collide with what the owner changes meanwhile.
    private async Task MoveLeaseAsync(GoogleDriveSync sync, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var moved = await database.WriteAsync(
            (context, ct) => Held(context, sync).ExecuteUpdateAsync(
                update => update.SetProperty(one => EF.Property<DateTimeOffset?>(one, LeasedUntil), until), ct),
            cancellationToken);
        if (moved == 0)
            throw new LeaseLostException(sync.Id);
    }

    private static IQueryable<GoogleDriveSync> Held(HotGigsDbContext context, GoogleDriveSync sync) =>
        context.GoogleDriveSyncs.Where(one => one.Id == sync.Id && one.ClaimedBy == sync.ClaimedBy);

    /// <summary>Writes to a sync's row as long as it is still held by the one who holds <paramref name="sync"/>.</summary>
    private Task<T> WriteHeldAsync<T>(
        GoogleDriveSync sync, Func<GoogleDriveSync, HotGigsDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(
            async (context, ct) => await write(
                await Held(context, sync).SingleOrDefaultAsync(ct) ?? throw new LeaseLostException(sync.Id), context, ct),
            cancellationToken);

    /// <summary>Finds or makes the rows of files that this run is the one to deal with, and says which of them come into its batch.</summary>
    private async Task<List<(GoogleDriveFile File, FetchedItem Item, bool IsTold)>> NoteAsync(
        HotGigsDbContext context, GoogleDriveSync stored, IReadOnlyList<FetchedItem> fetched, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(context, stored.OwnerId, fetched.Select(one => one.Item), cancellationToken);
        var dealt = new List<(GoogleDriveFile, FetchedItem, bool)>(fetched.Count);
        foreach (var one in fetched)
        {
            if (known.TryGetValue(KeyOf(one.Item), out var file))
            {
                // What fails again night after night is told once, unless the owner asked.
                if (file.IsOpenFor(stored.RunId!.Value))
                    dealt.Add((file, one, one.Received is not null && (one.Outcome != GoogleDriveOutcome.Failed || stored.RunIsManual)));
                continue;
            }

            file = GoogleDriveFile.Find(stored, one.Item.Id, one.Item.Revision, one.Item.Name, clock.GetUtcNow());
            context.GoogleDriveFiles.Add(file);
            dealt.Add((file, one, one.Received is not null));
        }

        return dealt;
    }

    /// <summary>What a deleted sync of the owner knew of these belongs to this one.</summary>
    private Task TakeOverAsync(GoogleDriveSync sync, IReadOnlyList<GoogleDriveItem> items, CancellationToken cancellationToken) =>
        WriteHeldAsync(sync, async (stored, context, ct) =>
        {
            var known = await KnownAsync(context, stored.OwnerId, items, ct);
            var left = items.Select(KeyOf).Distinct().Select(key => known.GetValueOrDefault(key)).OfType<GoogleDriveFile>()
                .Where(file => file.SyncId is null).ToList();
            left.ForEach(file => file.MoveTo(stored));
            return left.Count;
        }, cancellationToken);

    private async Task<ResumeBatch> OpenBatchAsync(
        HotGigsDbContext context, GoogleDriveSync stored, UserIdentity owner, CancellationToken cancellationToken)
    {
        if (stored.RunBatchId is { } id)
            return await ResumeBatches.HoldAsync(context, id, cancellationToken);
        var batch = ResumeBatch.OfGoogleDriveSync(owner, stored.Id, stored.FolderName, stored.RunIsManual, clock.GetUtcNow());
        if (await BatchQueries.LastTurn(context, stored.OwnerId).FirstOrDefaultAsync(cancellationToken) is { } turn)
            batch.QueueBehind(turn);
        stored.OpenBatch(batch.Id);
        return context.ResumeBatches.Add(batch).Entity;
    }

    private List<ResumeBatchFile> TakeIn(HotGigsDbContext context, ResumeBatch batch, IReadOnlyList<ReceivedFile> files)
    {
        var (taken, places) = ResumeBatches.Add(batch, files, clock.GetUtcNow());
        ResumeBatches.Insert(context, taken, places);
        return places;
    }
}
