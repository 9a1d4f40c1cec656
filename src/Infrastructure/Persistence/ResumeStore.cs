using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Resumes in the database, and the queue that they are.</summary>
internal sealed class ResumeStore(Database database, IDomainEventPublisher events, TimeProvider clock) : IResumeStore
{
    /// <summary>Shadow property: until when a claimed resume is held. The queue's own, no business of the resume.</summary>
    internal const string LeasedUntil = "LeasedUntil";

    public async Task AddAsync(Resume resume, CancellationToken cancellationToken)
    {
        await database.WriteAsync((context, _) => Task.FromResult(context.Resumes.Add(resume)), cancellationToken);
        await PublishAsync(resume);
    }

    public Task<Resume?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Resumes.AsNoTracking()
            .SingleOrDefaultAsync(resume => resume.Id == id, cancellationToken));

    public async Task<IReadOnlyList<Resume>> ListUnfinishedAsync(
        string uploadedBy, (DateTimeOffset UploadedAt, Guid Id)? before, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            Unfinished(context, uploadedBy, before).AsNoTracking().Take(limit).ToListAsync(cancellationToken));

    public async Task<IReadOnlySet<string>> FindStorageKeysAsync(
        IReadOnlyCollection<string> storageKeys, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => context.Resumes
            .Where(resume => storageKeys.Contains(resume.StorageKey))
            .Select(resume => resume.StorageKey)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken));

    public async Task<Resume?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        // A look costs no write: an idle server does not touch the database's write lock.
        while (await database.ReadAsync(context => Free(context, clock.GetUtcNow()).AnyAsync(cancellationToken)))
        {
            try
            {
                var claimed = await database.WriteAsync((context, ct) => ClaimAsync(context, worker, lease, ct), cancellationToken);
                if (claimed is not null)
                    await PublishAsync(claimed);
                return claimed;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another server was faster; look for the next one.
            }
        }

        return null;
    }

    public Task SaveAsync(Resume resume, CancellationToken cancellationToken) => StoreAsync(resume, heldUntil: null, cancellationToken);

    public async Task<Candidate> SaveCandidateAsync(Resume resume, ResumeProfile profile, CancellationToken cancellationToken)
    {
        var candidate = await WriteClaimedAsync(resume, async (stored, context) =>
        {
            var now = clock.GetUtcNow();
            var candidate = await FindExistingAsync(context, stored.Entity, profile, cancellationToken);
            if (candidate is null)
                candidate = context.Candidates.Add(Candidate.FromResume(resume, profile, now)).Entity;
            else
                candidate.Update(resume.Id, profile, now);
            stored.Entity.LinkCandidate(candidate.Id, profile);
            return candidate;
        }, cancellationToken);
        resume.LinkCandidate(candidate.Id, profile);
        return candidate;
    }

    public async Task<Resume?> RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var retried = await database.WriteAsync((context, ct) => RequeueAsync(context, id, ct), cancellationToken);
            if (retried is not null)
                await PublishAsync(retried);
            return retried;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    public async Task RenewLeaseAsync(Resume resume, TimeSpan lease, CancellationToken cancellationToken)
    {
        // Past the version check: a sign of life must not collide with the step that is being stored meanwhile.
        DateTimeOffset? until = clock.GetUtcNow() + lease;
        var renewed = await database.WriteAsync(
            (context, ct) => context.Resumes
                .Where(one => one.Id == resume.Id && one.ClaimedBy == resume.ClaimedBy)
                .ExecuteUpdateAsync(update => update.SetProperty(one => EF.Property<DateTimeOffset?>(one, LeasedUntil), until), ct),
            cancellationToken);
        if (renewed == 0)
            throw new LeaseLostException(resume.Id);
    }

    public Task ReleaseAsync(Resume resume, TimeSpan delay, CancellationToken cancellationToken) =>
        StoreAsync(resume, clock.GetUtcNow() + delay, cancellationToken);

    /// <summary>Stores where a resume stands, and counts its end for its batch in the same transaction, whoever comes to store it.</summary>
    private async Task StoreAsync(Resume resume, DateTimeOffset? heldUntil, CancellationToken cancellationToken)
    {
        var batch = await WriteClaimedAsync(resume, async (stored, context) =>
        {
            var ends = resume.HasEnded && !stored.Entity.HasEnded;
            Overwrite(stored, resume);
            if (heldUntil is { } until)
                SetLease(stored, until);
            return ends && resume.BatchId is { } batchId
                ? await CountEndAsync(context, batchId, resume.Status == ResumeStatus.Completed, cancellationToken)
                : null;
        }, cancellationToken);
        await PublishAsync(resume);
        if (batch is not null)
            await events.PublishAsync(batch.TakeEvents(), CancellationToken.None);
    }

    // It is committed: whoever gives up now must not keep others from hearing of it.
    private Task PublishAsync(Resume resume) => events.PublishAsync(resume.TakeEvents(), CancellationToken.None);

    /// <summary>Writes to a resume's row as long as it is still claimed by the one who holds <paramref name="resume"/>.</summary>
    private async Task<T> WriteClaimedAsync<T>(
        Resume resume, Func<EntityEntry<Resume>, HotGigsDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(async (context, ct) =>
            {
                var stored = await context.Resumes.SingleOrDefaultAsync(
                    one => one.Id == resume.Id && one.ClaimedBy == resume.ClaimedBy, ct);
                return stored is null ? throw new LeaseLostException(resume.Id) : await write(context.Entry(stored), context);
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new LeaseLostException(resume.Id);
        }
    }

    private async Task<ResumeBatch> CountEndAsync(
        HotGigsDbContext context, Guid batchId, bool isSuccessful, CancellationToken cancellationToken)
    {
        var batch = await ResumeBatches.HoldAsync(context, batchId, cancellationToken);
        batch.RecordEnd(isSuccessful, clock.GetUtcNow());
        return batch;
    }

    private static void Overwrite(EntityEntry<Resume> stored, Resume resume)
    {
        var (candidateId, profile) = (stored.Entity.CandidateId, stored.Entity.Profile);
        stored.CurrentValues.SetValues(resume);
        // A link once stored stays, even if whoever stored it was never told that it was.
        if (resume.CandidateId is null)
        {
            stored.Property(one => one.CandidateId).CurrentValue = candidateId;
            stored.Property(one => one.Profile).CurrentValue = profile;
        }
    }

    private async Task<Resume?> RequeueAsync(HotGigsDbContext context, Guid id, CancellationToken cancellationToken)
    {
        var resume = await context.Resumes.SingleOrDefaultAsync(
            one => one.Id == id && one.BatchId == null && one.Status == ResumeStatus.Failed, cancellationToken);
        if (resume is null)
            return null;
        var now = clock.GetUtcNow();
        resume.Retry(now, now);
        SetLease(context.Entry(resume), null);
        return resume;
    }

    private static void SetLease(EntityEntry<Resume> stored, DateTimeOffset? until) =>
        stored.Property<DateTimeOffset?>(LeasedUntil).CurrentValue = until;

    /// <summary>What a user uploaded singly and is no candidate, the latest first.</summary>
    internal static IQueryable<Resume> Unfinished(
        HotGigsDbContext context, string uploadedBy, (DateTimeOffset UploadedAt, Guid Id)? before)
    {
        var resumes = context.Resumes.Where(
            resume => resume.UploadedBy == uploadedBy && resume.BatchId == null && resume.Status != ResumeStatus.Completed);
        if (before is var (at, id))
            resumes = resumes.Where(resume => resume.UploadedAt <= at && (resume.UploadedAt < at || resume.Id.CompareTo(id) < 0));
        return resumes.OrderByDescending(resume => resume.UploadedAt).ThenByDescending(resume => resume.Id);
    }

    /// <summary>What nobody holds: neither ended and announced, nor under a lease that runs.</summary>
    internal static IQueryable<Resume> Free(HotGigsDbContext context, DateTimeOffset now) =>
        context.Resumes.Where(resume => resume.AnnouncedAt == null
            && (EF.Property<DateTimeOffset?>(resume, LeasedUntil) == null || EF.Property<DateTimeOffset?>(resume, LeasedUntil) <= now));

    private async Task<Resume?> ClaimAsync(
        HotGigsDbContext context, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var resume = await Free(context, now).OrderBy(resume => resume.QueuedFor).FirstOrDefaultAsync(cancellationToken);
        if (resume is not null)
        {
            resume.Claim(worker, now);
            SetLease(context.Entry(resume), now + lease);
        }

        return resume;
    }

    /// <summary>
    /// The candidate that this resume belongs to: the one an earlier attempt made, the user who applied, or who is
    /// known in the same database by the same address.
    /// </summary>
    private static Task<Candidate?> FindExistingAsync(
        HotGigsDbContext context, Resume resume, ResumeProfile profile, CancellationToken cancellationToken)
    {
        if (resume.CandidateId is { } id)
            return context.Candidates.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken);
        if (resume.Source == ResumeSource.CandidateUpload)
            return context.Candidates.SingleOrDefaultAsync(candidate => candidate.UserId == resume.UploadedBy, cancellationToken);
        if (profile.Email is not { } email)
            return Task.FromResult<Candidate?>(null);
        return context.Candidates.SingleOrDefaultAsync(
            candidate => candidate.OwnerId == resume.CandidateOwnerId
                && candidate.UserId == Candidate.NoUser
                && candidate.Email == email,
            cancellationToken);
    }
}
