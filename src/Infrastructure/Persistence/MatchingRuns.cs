using HotGigs.Application.Matching;
using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>The queue of comparisons that their rows are.</summary>
internal sealed class MatchingRuns(Database database, TimeProvider clock) : IMatchingRuns
{
    public Task QueueAsync(MatchingSubject subject, Guid subjectId, bool everything, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(
            (context, ct) => QueueAsync(context, subject, subjectId, everything, clock.GetUtcNow(), ct), cancellationToken);

    public async Task<MatchingRun?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        // A look costs no write: an idle server does not touch the database's write lock.
        while (await database.ReadAsync(context => Free(context.MatchingRuns, clock.GetUtcNow()).AnyAsync(cancellationToken)))
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

    public Task<MatchingRun?> ChangeAsync(MatchingRun claimed, Action<MatchingRun> change, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(
            async (context, ct) =>
            {
                var run = await context.MatchingRuns.SingleOrDefaultAsync(
                    one => one.SubjectId == claimed.SubjectId && one.ClaimedBy == claimed.ClaimedBy, ct);
                if (run is not null)
                    change(run);
                return run;
            },
            cancellationToken);

    /// <summary>Queues a run as part of the transaction that makes it necessary.</summary>
    internal static async Task<MatchingRun> QueueAsync(
        HotGigsDbContext context, MatchingSubject subject, Guid subjectId, bool everything, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = await context.MatchingRuns.SingleOrDefaultAsync(one => one.SubjectId == subjectId, cancellationToken)
            ?? context.MatchingRuns.Add(MatchingRun.Of(subject, subjectId)).Entity;
        run.Queue(everything, now);
        return run;
    }

    /// <summary>What waits and nobody holds.</summary>
    internal static IQueryable<MatchingRun> Free(IQueryable<MatchingRun> all, DateTimeOffset now) =>
        all.Where(run => run.QueuedAt != null && (run.LeasedUntil == null || run.LeasedUntil <= now));

    private async Task<MatchingRun?> ClaimAsync(
        HotGigsDbContext context, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var run = await Free(context.MatchingRuns, now).OrderBy(one => one.QueuedAt).FirstOrDefaultAsync(cancellationToken);
        run?.Claim(worker, now + lease, now);
        return run;
    }
}
