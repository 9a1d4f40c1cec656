using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Resumes;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <inheritdoc cref="IResumeBatches"/>
internal sealed class ResumeBatches(Database database, IDomainEventPublisher events, TimeProvider clock) : IResumeBatches
{
    public async Task<IReadOnlyList<ResumeBatchFile>> AddAsync(
        ResumeBatch batch, IReadOnlyList<ReceivedFile> files, bool seal, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(context => BatchQueries.LastTurn(context, batch.OwnerId).FirstOrDefaultAsync(cancellationToken)) is { } turn)
            batch.QueueBehind(turn);
        var (resumes, places) = Add(batch, files, clock.GetUtcNow());
        if (seal)
            batch.Seal(clock.GetUtcNow());
        await database.WriteAsync((context, _) =>
        {
            context.ResumeBatches.Add(batch);
            return Task.FromResult(Insert(context, resumes, places));
        }, cancellationToken);
        await PublishAsync(batch);
        return places;
    }

    public async Task<IReadOnlyList<ResumeBatchFile>> AddFilesAsync(
        Guid batchId, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken)
    {
        var (batch, places) = await database.WriteAsync(async (context, ct) =>
        {
            var batch = await HoldAsync(context, batchId, ct);
            var (resumes, places) = Add(batch, files, clock.GetUtcNow());
            Insert(context, resumes, places);
            return (batch, places);
        }, cancellationToken);
        await PublishAsync(batch);
        return places;
    }

    public async Task SealAsync(Guid batchId, CancellationToken cancellationToken) =>
        await PublishAsync(await database.WriteAsync(async (context, ct) =>
        {
            var batch = await HoldAsync(context, batchId, ct);
            batch.Seal(clock.GetUtcNow());
            return batch;
        }, cancellationToken));

    public async Task<int?> RetryFailedAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var (batch, retried) = await database.WriteAsync(async (context, ct) =>
        {
            var batch = await HoldAsync(context, batchId, ct);
            // Until its end is told, the round is not over: the next one would take the telling away.
            if (batch.AnnouncedAt is null)
                return (batch, null);
            var failed = await BatchQueries.Failed(context, batchId).ToListAsync(ct);
            if (failed.Count > 0)
                batch.Retry(failed, clock.GetUtcNow());
            foreach (var resume in failed)
                context.Entry(resume).Property<DateTimeOffset?>(ResumeStore.LeasedUntil).CurrentValue = null;
            return (batch, (IReadOnlyList<Resume>?)failed);
        }, cancellationToken);
        await PublishAsync(batch, retried ?? []);
        return retried?.Count;
    }

    public Task<ResumeBatch?> FindAsync(Guid batchId, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.ResumeBatches.AsNoTracking()
            .SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken));

    public async Task<IReadOnlyList<BatchFileState>> ReadFilesAsync(Guid batchId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => BatchQueries.Files(context, batchId).ToListAsync(cancellationToken));

    public async Task<IReadOnlyList<ResumeBatch>> ListAsync(
        string ownerId, (DateTimeOffset CreatedAt, Guid Id)? before, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            BatchQueries.OfOwner(context, ownerId, before).AsNoTracking().Take(limit).ToListAsync(cancellationToken));

    public async Task<IReadOnlyList<Guid>> FindUnannouncedAsync(
        DateTimeOffset completedBefore, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            BatchQueries.Unannounced(context, completedBefore).Take(limit).Select(batch => batch.Id).ToListAsync(cancellationToken));

    public Task MarkAnnouncedAsync(Guid batchId, int round, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return database.WriteAsync(
            (context, ct) => context.ResumeBatches
                .Where(batch => batch.Id == batchId && batch.Round == round && batch.CompletedAt != null)
                .ExecuteUpdateAsync(update => update.SetProperty(batch => batch.AnnouncedAt, now), ct),
            cancellationToken);
    }

    /// <summary>
    /// Loads a batch and holds its row until the transaction ends, so that ends of its files are counted one after the
    /// other. It is held before any of its resumes is stored: the same order everywhere, or two would lock each other out.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such batch.</exception>
    internal static async Task<ResumeBatch> HoldAsync(HotGigsDbContext context, Guid batchId, CancellationToken cancellationToken)
    {
        // An update that changes nothing takes the row's lock on any database.
        var mine = context.ResumeBatches.Where(batch => batch.Id == batchId);
        await mine.ExecuteUpdateAsync(update => update.SetProperty(batch => batch.Version, batch => batch.Version), cancellationToken);
        return await mine.SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"There is no batch {batchId}.");
    }

    internal static (List<Resume> Resumes, List<ResumeBatchFile> Places) Add(
        ResumeBatch batch, IReadOnlyList<ReceivedFile> files, DateTimeOffset now)
    {
        var (resumes, places) = (new List<Resume>(files.Count), new List<ResumeBatchFile>(files.Count));
        foreach (var file in files)
        {
            if (file.Document is { } document)
            {
                var (resume, place) = batch.Add(file.FileName, document, now);
                resume.TakeEvents(); // Nobody can watch it yet.
                resumes.Add(resume);
                places.Add(place);
            }
            else
            {
                places.Add(batch.Refuse(file.FileName, file.Error ?? ""));
            }
        }

        batch.RecordAdded(now);
        return (resumes, places);
    }

    internal static int Insert(HotGigsDbContext context, List<Resume> resumes, List<ResumeBatchFile> places)
    {
        context.Resumes.AddRange(resumes);
        context.ResumeBatchFiles.AddRange(places);
        return places.Count;
    }

    // It is committed: whoever gives up now must not keep others from hearing of it.
    private Task PublishAsync(ResumeBatch batch, IReadOnlyList<Resume>? resumes = null) =>
        events.PublishAsync([.. (resumes ?? []).SelectMany(one => one.TakeEvents()), .. batch.TakeEvents()], CancellationToken.None);
}
