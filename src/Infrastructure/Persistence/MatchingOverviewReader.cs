using HotGigs.Application.Matching;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Sums up matches: counted in SQL by job and ten points of score, and added up here.</summary>
internal sealed class MatchingOverviewReader(Database database) : IMatchingOverviewReader
{
    private const int Ranges = 10;

    public Task<MatchingOverview> SumUpAsync(UserIdentity user, Guid? jobId, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(
            async context =>
            {
                var all = await Counts(context, user, jobId).ToListAsync(cancellationToken);
                var counts = all.ToLookup(count => count.JobId);
                var best = counts.OrderByDescending(Rank).Take(MatchingOverview.MaxJobs).Select(job => job.Key).ToList();
                var shown = await Named(context, best).Union(Newest(context, jobId)).ToListAsync(cancellationToken);
                var newest = await NewestHigh(context, user, jobId).ToListAsync(cancellationToken);
                return new MatchingOverview(
                    await Jobs(context, jobId).CountAsync(cancellationToken),
                    all.Sum(count => count.Matches),
                    High(all),
                    Medium(all),
                    all.Sum(count => count.NewHigh),
                    Top(all),
                    [.. Enumerable.Range(0, Ranges).Select(range => Range(range, all))],
                    [
                        .. shown
                            .OrderByDescending(job => Rank(counts[job.Id]))
                            .ThenByDescending(job => job.CreatedAt)
                            .Take(MatchingOverview.MaxJobs)
                            .Select(job => Show(job, counts[job.Id])),
                    ],
                    [.. newest.Select(MatchReader.Show)]);
            },
            cancellationToken);

    internal static IQueryable<ScoreCount> Counts(HotGigsDbContext context, UserIdentity user, Guid? jobId) =>
        from job in Jobs(context, jobId)
        join match in context.Matches on job.Id equals match.JobId
        join candidate in CandidateReader.VisibleTo(context, user) on match.CandidateId equals candidate.Id
        group match by new { match.JobId, Tens = match.Score / 10 }
        into some
        select new ScoreCount(
            some.Key.JobId,
            some.Key.Tens,
            some.Count(),
            some.Max(match => match.Score),
            some.Count(match => match.Score >= MatchStatsDto.HighScore && !match.ViewedByRecruiter));

    internal static IQueryable<OverviewJob> Named(HotGigsDbContext context, List<Guid> ids) =>
        Shown(context.Jobs.Where(job => ids.Contains(job.Id)));

    /// <summary>The latest posted: a new job has no matches yet, and is to be seen all the same.</summary>
    internal static IQueryable<OverviewJob> Newest(HotGigsDbContext context, Guid? jobId) => Shown(Jobs(context, jobId)
        .OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id)
        .Take(MatchingOverview.MaxJobs));

    /// <summary>Those not yet looked at first. The database sorts them; they are fewer than what is counted.</summary>
    internal static IQueryable<MatchRow> NewestHigh(HotGigsDbContext context, UserIdentity user, Guid? jobId)
    {
        var high = context.Matches.AsNoTracking().Where(match => match.Score >= MatchStatsDto.HighScore);
        var rows = MatchReader.Rows(
            context, jobId is null ? high : high.Where(match => match.JobId == jobId), CandidateReader.VisibleTo(context, user));
        return (jobId is null ? rows.Where(row => row.Job.Status == JobStatus.Open) : rows)
            .OrderBy(row => row.Match.ViewedByRecruiter)
            .ThenByDescending(row => row.Match.CreatedAt)
            .ThenByDescending(row => row.Match.Id)
            .Take(MatchingOverview.MaxMatches);
    }

    private static IQueryable<Job> Jobs(HotGigsDbContext context, Guid? jobId) => jobId is null
        ? context.Jobs.Where(job => job.Status == JobStatus.Open)
        : context.Jobs.Where(job => job.Id == jobId);

    private static IQueryable<OverviewJob> Shown(IQueryable<Job> jobs) =>
        jobs.Select(job => new OverviewJob { Id = job.Id, Title = job.Title, CompanyName = job.CompanyName, Status = job.Status, CreatedAt = job.CreatedAt });

    /// <summary>What is most worth a look: new strong matches before strong ones, and those before all others.</summary>
    private static (int NewHigh, int High, int Medium, int Top) Rank(IEnumerable<ScoreCount> job) =>
        (job.Sum(count => count.NewHigh), High(job), Medium(job), Top(job));

    private static ScoreRange Range(int range, IEnumerable<ScoreCount> counts)
    {
        // 100 alone would be a range of its own.
        var isLast = range == Ranges - 1;
        var matches = counts.Where(count => count.Tens == range || (isLast && count.Tens == Ranges)).Sum(count => count.Matches);
        return new ScoreRange(range * 10, isLast ? 100 : (range * 10) + 9, matches);
    }

    private static int High(IEnumerable<ScoreCount> counts) =>
        counts.Where(count => count.Tens >= MatchStatsDto.HighScore / 10).Sum(count => count.Matches);

    private static int Medium(IEnumerable<ScoreCount> counts) => counts
        .Where(count => count.Tens is >= MatchStatsDto.MediumScore / 10 and < MatchStatsDto.HighScore / 10)
        .Sum(count => count.Matches);

    private static int Top(IEnumerable<ScoreCount> counts) => counts.Select(count => count.Top).DefaultIfEmpty().Max();

    private static JobOverview Show(OverviewJob job, IEnumerable<ScoreCount> counts) => new(
        job.Id,
        job.Title,
        job.CompanyName,
        job.Status.ToWireName(),
        counts.Sum(count => count.Matches),
        High(counts),
        Medium(counts),
        counts.Sum(count => count.NewHigh),
        Top(counts),
        job.CreatedAt);
}

/// <summary>How many matches of a job have a score in the same ten: 8 is 80 to 89, and 10 is 100.</summary>
internal sealed record ScoreCount(Guid JobId, int Tens, int Matches, int Top, int NewHigh);

/// <summary>What is shown of a job in an overview.</summary>
internal sealed class OverviewJob
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string CompanyName { get; init; }

    public required JobStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
