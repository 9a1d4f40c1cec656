using HotGigs.Application.Matching;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Sums up matches: counted in SQL by job and score, from an index alone, and added up here.</summary>
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
                    NewHigh(all),
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
        from match in Visible(context, user, jobId)
        group match by new { match.JobId, match.Score }
        into some
        select new ScoreCount(some.Key.JobId, some.Key.Score, some.Count(), some.Count(match => !match.ViewedByRecruiter));

    internal static IQueryable<OverviewJob> Named(HotGigsDbContext context, List<Guid> ids) =>
        Shown(context.Jobs.Where(job => ids.Contains(job.Id)));

    /// <summary>The latest posted: a new job has no matches yet, and is to be seen all the same.</summary>
    internal static IQueryable<OverviewJob> Newest(HotGigsDbContext context, Guid? jobId) => Shown(Jobs(context, jobId)
        .OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id)
        .Take(MatchingOverview.MaxJobs));

    /// <summary>Those not yet looked at first. They are chosen from the index; only those that are shown are read.</summary>
    internal static IQueryable<MatchRow> NewestHigh(HotGigsDbContext context, UserIdentity user, Guid? jobId)
    {
        var newest = Visible(context, user, jobId)
            .Where(match => match.Score >= MatchStatsDto.HighScore)
            .OrderBy(match => match.ViewedByRecruiter).ThenByDescending(match => match.CreatedAt).ThenByDescending(match => match.Id)
            .Select(match => match.Id)
            .Take(MatchingOverview.MaxMatches);
        return MatchReader.Rows(context, context.Matches.AsNoTracking().Where(match => newest.Contains(match.Id)), context.Candidates)
            .OrderBy(row => row.Match.ViewedByRecruiter)
            .ThenByDescending(row => row.Match.CreatedAt)
            .ThenByDescending(row => row.Match.Id);
    }

    private static IQueryable<Match> Visible(HotGigsDbContext context, UserIdentity user, Guid? jobId)
    {
        var jobs = Jobs(context, jobId).Select(job => job.Id);
        var matches = context.Matches.AsNoTracking().Where(match => jobs.Contains(match.JobId));
        if (user.IsAdmin)
            return matches;
        var candidates = CandidateReader.VisibleTo(context, user).Select(candidate => candidate.Id);
        return matches.Where(match => candidates.Contains(match.CandidateId));
    }

    private static IQueryable<Job> Jobs(HotGigsDbContext context, Guid? jobId) => jobId is null
        ? context.Jobs.Where(job => job.Status == JobStatus.Open)
        : context.Jobs.Where(job => job.Id == jobId);

    private static IQueryable<OverviewJob> Shown(IQueryable<Job> jobs) =>
        jobs.Select(job => new OverviewJob { Id = job.Id, Title = job.Title, CompanyName = job.CompanyName, Status = job.Status, CreatedAt = job.CreatedAt });

    /// <summary>What is most worth a look: new strong matches before strong ones, and those before all others.</summary>
    private static (int NewHigh, int High, int Medium, int Top) Rank(IEnumerable<ScoreCount> job) =>
        (NewHigh(job), High(job), Medium(job), Top(job));

    private static ScoreRange Range(int range, IEnumerable<ScoreCount> counts)
    {
        // 100 alone would be a range of its own.
        var (from, to) = (range * 10, range == Ranges - 1 ? 100 : (range * 10) + 9);
        return new ScoreRange(from, to, counts.Where(count => count.Score >= from && count.Score <= to).Sum(count => count.Matches));
    }

    private static int High(IEnumerable<ScoreCount> counts) =>
        counts.Where(count => count.Score >= MatchStatsDto.HighScore).Sum(count => count.Matches);

    private static int NewHigh(IEnumerable<ScoreCount> counts) =>
        counts.Where(count => count.Score >= MatchStatsDto.HighScore).Sum(count => count.New);

    private static int Medium(IEnumerable<ScoreCount> counts) => counts
        .Where(count => count.Score is >= MatchStatsDto.MediumScore and < MatchStatsDto.HighScore)
        .Sum(count => count.Matches);

    private static int Top(IEnumerable<ScoreCount> counts) => counts.Select(count => count.Score).DefaultIfEmpty().Max();

    private static JobOverview Show(OverviewJob job, IEnumerable<ScoreCount> counts) => new(
        job.Id,
        job.Title,
        job.CompanyName,
        job.Status.ToWireName(),
        counts.Sum(count => count.Matches),
        High(counts),
        Medium(counts),
        NewHigh(counts),
        Top(counts),
        job.CreatedAt);
}

/// <summary>How many matches of a job have this score, and how many of them nobody has looked at.</summary>
internal sealed record ScoreCount(Guid JobId, int Score, int Matches, int New);

/// <summary>What is shown of a job in an overview.</summary>
internal sealed class OverviewJob
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string CompanyName { get; init; }

    public required JobStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
