using HotGigs.Application.Jobs;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Jobs in the database; what has to be compared anew is queued by the same commit.</summary>
internal sealed class JobStore(Database database, TimeProvider clock) : IJobStore
{
    public Task AddAsync(Job job, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (context, ct) =>
            {
                context.Jobs.Add(job);
                return MatchingRuns.QueueAsync(context, MatchingSubject.Job, job.Id, everything: true, clock.GetUtcNow(), ct);
            },
            cancellationToken);

    public Task<Job?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellationToken));

    public Task<JobPage> ListAsync(JobFilter filter, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(
            async context =>
            {
                var selected = Select(context.Jobs.AsNoTracking(), filter);
                var total = await selected.CountAsync(cancellationToken);
                return new JobPage(await Page(selected, filter).ToListAsync(cancellationToken), total);
            },
            cancellationToken);

    public Task<Job?> ChangeAsync(Guid id, Func<Job, bool> change, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(
            async (context, ct) =>
            {
                var job = await context.Jobs.SingleOrDefaultAsync(one => one.Id == id, ct);
                if (job is not null && change(job))
                    await MatchingRuns.QueueAsync(context, MatchingSubject.Job, id, everything: true, clock.GetUtcNow(), ct);
                return job;
            },
            cancellationToken);

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, ct) =>
            {
                await context.MatchingRuns.Where(run => run.SubjectId == id).ExecuteDeleteAsync(ct);
                return await context.Jobs.Where(job => job.Id == id).ExecuteDeleteAsync(ct);
            },
            cancellationToken);

    internal static IQueryable<Job> Select(IQueryable<Job> all, JobFilter filter)
    {
        if (filter.Status is { } status)
            all = all.Where(job => job.Status == status);
        var words = filter.Search?.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var word in words.Take(10))
            all = all.Where(job => job.SearchText.Contains(word));
        return all;
    }

    internal static IQueryable<Job> Page(IQueryable<Job> selected, JobFilter filter) => selected
        .OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id)
        .Skip(filter.Skip)
        .Take(filter.Limit);
}
