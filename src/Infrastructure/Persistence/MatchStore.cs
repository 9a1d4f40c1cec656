using HotGigs.Application.Matching;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// Compares and keeps matches. In each transaction the matches are read before what they are computed from: where
/// somebody else stores a newer comparison meanwhile, this one collides with it and is done again.
/// </summary>
internal sealed class MatchStore(Database database, MatchAssessor assessor, TimeProvider clock) : IMatchStore
{
    public async Task<ComparedPage> CompareJobAsync(Guid jobId, Stretch stretch, CancellationToken cancellationToken)
    {
        var next = await database.ReadAsync(context => NextCandidates(context.Candidates, stretch).ToListAsync(cancellationToken));
        return await CompareAsync(next, stretch, async (context, ids, ct) =>
        {
            var known = await context.Matches.Where(match => match.JobId == jobId && ids.Contains(match.CandidateId))
                .ToDictionaryAsync(match => match.CandidateId, ct);
            if (await Compared(OpenJobs(context.Jobs).Where(job => job.Id == jobId)).SingleOrDefaultAsync(ct) is not { } job)
                return null;
            var candidates = await Compared(context.Candidates.Where(candidate => ids.Contains(candidate.Id))).ToListAsync(ct);
            var requirements = assessor.RequirementsOf(job);
            return Keep(context, candidates.Select(candidate => new Pair(
                known.GetValueOrDefault(candidate.Id), job, candidate.Id, requirements, assessor.QualificationsOf(candidate))));
        }, cancellationToken);
    }

    public async Task<ComparedPage> CompareCandidateAsync(Guid candidateId, Stretch stretch, CancellationToken cancellationToken)
    {
        var next = await database.ReadAsync(context => NextJobs(context.Jobs, stretch).ToListAsync(cancellationToken));
        return await CompareAsync(next, stretch, async (context, ids, ct) =>
        {
            var known = await context.Matches.Where(match => match.CandidateId == candidateId && ids.Contains(match.JobId))
                .ToDictionaryAsync(match => match.JobId, ct);
            if (await Compared(context.Candidates.Where(one => one.Id == candidateId)).SingleOrDefaultAsync(ct) is not { } candidate)
                return null;
            var jobs = await Compared(OpenJobs(context.Jobs).Where(job => ids.Contains(job.Id))).ToListAsync(ct);
            var qualifications = assessor.QualificationsOf(candidate);
            return Keep(context, jobs.Select(job => new Pair(
                known.GetValueOrDefault(job.Id), job, candidateId, assessor.RequirementsOf(job), qualifications)));
        }, cancellationToken);
    }

    public Task MarkToldAsync(IReadOnlyCollection<FoundMatch> told, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, ct) =>
            {
                var changed = 0;
                foreach (var score in told.ToLookup(match => match.Score, match => match.MatchId))
                {
                    var ids = score.ToList();
                    changed += await context.Matches.Where(match => ids.Contains(match.Id))
                        .ExecuteUpdateAsync(update => update.SetProperty(match => match.DeliveredScore, (int?)score.Key), ct);
                }

                return changed;
            },
            cancellationToken);

    public Task MarkViewedAsync(Guid matchId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (context, ct) => context.Matches.Where(match => match.Id == matchId)
                .ExecuteUpdateAsync(update => update.SetProperty(match => match.ViewedByRecruiter, true), ct),
            cancellationToken);

    internal static IQueryable<Counterpart> NextCandidates(IQueryable<Candidate> all, Stretch stretch) => all
        .Where(candidate => stretch.After == null || candidate.Id.CompareTo(stretch.After.Value) > 0)
        .OrderBy(candidate => candidate.Id)
        .Take(stretch.Limit)
        .Select(candidate => new Counterpart(candidate.Id, candidate.UpdatedAt));

    internal static IQueryable<Counterpart> NextJobs(IQueryable<Job> all, Stretch stretch) => OpenJobs(all)
        .Where(job => stretch.After == null || job.Id.CompareTo(stretch.After.Value) > 0)
        .OrderBy(job => job.Id)
        .Take(stretch.Limit)
        .Select(job => new Counterpart(job.Id, job.RequirementsChangedAt));

    private async Task<ComparedPage> CompareAsync(
        List<Counterpart> next,
        Stretch stretch,
        Func<HotGigsDbContext, List<Guid>, CancellationToken, Task<IReadOnlyList<FoundMatch>?>> compare,
        CancellationToken cancellationToken)
    {
        Guid? last = next.Count < stretch.Limit ? null : next[^1].Id;
        var ids = next.Where(one => stretch.ChangedSince is null || one.ChangedAt >= stretch.ChangedSince).Select(one => one.Id).ToList();
        if (ids.Count == 0)
            return new ComparedPage(last, []);
        var found = await database.WriteOnLatestAsync(
            async (context, ct) =>
            {
                var toBeTold = await compare(context, ids, ct);
                await database.Dialect.SaveAsync(context, ct);
                return toBeTold;
            },
            cancellationToken);
        return found is null ? ComparedPage.End : new ComparedPage(last, found);
    }

    private List<FoundMatch> Keep(HotGigsDbContext context, IEnumerable<Pair> pairs)
    {
        var toBeTold = new List<FoundMatch>();
        foreach (var pair in pairs)
        {
            var assessment = assessor.Assess(pair.Requirements, pair.Qualifications);
            var match = pair.Known;
            if (match is not null)
                match.Update(assessment);
            else if (assessor.IsWorthKeeping(pair.Requirements, assessment))
                context.Matches.Add(match = Match.Of(pair.CandidateId, pair.Job.Id, assessment, clock.GetUtcNow()));
            else
                continue;

            assessor.DecideToTell(match);
            if (match is { IsToBeTold: true, ToldScore: { } score })
                toBeTold.Add(new FoundMatch(match.Id, score, pair.CandidateId, pair.Job.Id, pair.Job.Title, pair.Job.PostedBy));
        }

        return toBeTold;
    }

    private static IQueryable<Job> OpenJobs(IQueryable<Job> all) => all.Where(job => job.Status == JobStatus.Open);

    private static IQueryable<ComparedJob> Compared(IQueryable<Job> jobs) => jobs.Select(job => new ComparedJob(
        job.Id, job.Title, job.PostedBy, job.Location, job.RequiredSkills, job.PreferredSkills, job.YearsOfExperience, job.Education));

    private static IQueryable<ComparedCandidate> Compared(IQueryable<Candidate> candidates) => candidates.Select(candidate =>
        new ComparedCandidate(candidate.Id, candidate.Location, candidate.YearsOfExperience, candidate.Skills, candidate.Education));

    /// <summary>Something to compare with, and when it last changed.</summary>
    internal sealed record Counterpart(Guid Id, DateTimeOffset ChangedAt);

    private sealed record Pair(
        Match? Known, ComparedJob Job, Guid CandidateId, JobRequirements Requirements, CandidateQualifications Qualifications);
}
