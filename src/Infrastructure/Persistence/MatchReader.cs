using HotGigs.Application.Matching;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads matches with what is to be shown of their candidates and jobs.</summary>
internal sealed class MatchReader(Database database) : IMatchReader
{
    public Task<MatchPage> ListAsync(MatchSelection selection, int skip, int limit, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(
            async context =>
            {
                var selected = Select(context, selection);
                var all = await Extent(selected).SingleOrDefaultAsync(cancellationToken);
                var page = await Page(selected, skip, limit).ToListAsync(cancellationToken);
                return new MatchPage([.. page.Select(Show)], all?.Count ?? 0, all?.TopScore ?? 0);
            },
            cancellationToken);

    public async Task<(int All, int High, int Medium)> CountAsync(MatchSelection selection, CancellationToken cancellationToken)
    {
        var counts = await database.ReadAsync(context => Counts(Select(context, selection)).SingleOrDefaultAsync(cancellationToken));
        return (counts?.All ?? 0, counts?.High ?? 0, counts?.Medium ?? 0);
    }

    public async Task<MatchDto?> FindAsync(Guid matchId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            Rows(context, context.Matches.Where(match => match.Id == matchId), context.Candidates).SingleOrDefaultAsync(cancellationToken))
            is { } row
            ? Show(row)
            : null;

    internal static IQueryable<MatchRow> Select(HotGigsDbContext context, MatchSelection selection)
    {
        var matches = context.Matches.AsNoTracking().Where(match => match.Score >= selection.MinScore);
        return selection switch
        {
            MatchSelection.OfCandidate one => Rows(context, matches.Where(match => match.CandidateId == one.CandidateId), context.Candidates)
                .Where(row => one.IncludeClosed || row.Job.Status == JobStatus.Open),
            MatchSelection.OfJob one => Rows(
                context, matches.Where(match => match.JobId == one.JobId), CandidateReader.VisibleTo(context, one.User)),
            _ => throw new InvalidOperationException($"Unknown selection {selection}."),
        };
    }

    internal static IQueryable<MatchRow> Page(IQueryable<MatchRow> selected, int skip, int limit) => selected
        .OrderByDescending(row => row.Match.Score).ThenByDescending(row => row.Match.Id)
        .Skip(skip)
        .Take(limit);

    internal static IQueryable<MatchExtent> Extent(IQueryable<MatchRow> selected) => selected
        .GroupBy(_ => 1)
        .Select(all => new MatchExtent(all.Count(), all.Max(row => row.Match.Score)));

    internal static IQueryable<MatchCounts> Counts(IQueryable<MatchRow> selected) => selected
        .GroupBy(_ => 1)
        .Select(all => new MatchCounts(
            all.Count(),
            all.Count(row => row.Match.Score >= MatchStatsDto.HighScore),
            all.Count(row => row.Match.Score >= MatchStatsDto.MediumScore && row.Match.Score < MatchStatsDto.HighScore)));

    internal static IQueryable<MatchRow> Rows(HotGigsDbContext context, IQueryable<Match> matches, IQueryable<Candidate> candidates) =>
        from match in matches
        join candidate in candidates on match.CandidateId equals candidate.Id
        join job in context.Jobs on match.JobId equals job.Id
        select new MatchRow
        {
            Match = match,
            Candidate = new ShownCandidate { FullName = candidate.FullName, Title = candidate.Title, Location = candidate.Location },
            Job = new ShownJob { Title = job.Title, CompanyName = job.CompanyName, Status = job.Status },
        };

    internal static MatchDto Show(MatchRow row) => new(
        row.Match.Id,
        row.Match.CandidateId,
        row.Candidate.FullName,
        row.Candidate.Title,
        row.Candidate.Location,
        row.Match.JobId,
        row.Job.Title,
        row.Job.CompanyName,
        row.Job.Status.ToWireName(),
        row.Match.Score,
        row.Match.SkillScore,
        row.Match.ExperienceScore,
        row.Match.EducationScore,
        row.Match.LocationScore,
        row.Match.Explanation,
        row.Match.MatchingSkills,
        row.Match.MissingSkills,
        row.Match.ViewedByRecruiter,
        row.Match.CreatedAt);
}
