using HotGigs.Application.Jobs;
using HotGigs.Application.Matching;
using HotGigs.Domain.Jobs;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Jobs and matches go by index, and pages are read in order: how many there are does not matter.</summary>
public sealed class MatchingQueryPlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    private static readonly Guid One = Guid.CreateVersion7();

    public static TheoryData<string> Queries => [.. All.Keys];

    internal static Dictionary<string, (Func<HotGigsDbContext, IQueryable<object>> Query, string Index)> All => new()
    {
        ["all jobs"] = (context => Jobs(context, new JobFilter(20, 20, null, null)), "IX_Jobs_CreatedAt_Id"),
        ["open jobs"] = (context => Jobs(context, new JobFilter(20, 20, null, JobStatus.Open)), "IX_Jobs_Status_CreatedAt_Id (Status=?)"),
        ["a job search"] = (context => Jobs(context, new JobFilter(0, 20, "C# Köln", JobStatus.Closed)), "IX_Jobs_Status_CreatedAt_Id (Status=?)"),
        ["the next jobs"] = (context => MatchStore.NextJobs(context.Jobs, new Stretch(One, 200, null)), "IX_Jobs_Status_Id (Status=? AND Id>?)"),
        ["the first jobs"] = (context => MatchStore.NextJobs(context.Jobs, new Stretch(null, 200, null)), "IX_Jobs_Status_Id (Status=?)"),
        ["the next candidates"] = (
            context => MatchStore.NextCandidates(context.Candidates, new Stretch(One, 200, null)), "sqlite_autoindex_Candidates_1 (Id>?)"),
        ["the queue"] = (
            context => MatchingRuns.Free(context.MatchingRuns, TestNode.Start).OrderBy(run => run.QueuedAt).Take(1), "IX_MatchingRuns_Queue"),
        ["matches of a candidate"] = (
            context => Matches(context, new MatchSelection.OfCandidate(One)), "IX_Matches_CandidateId_Score_Id (CandidateId=? AND Score>?)"),
        ["matches of a candidate, closed ones too"] = (
            context => Matches(context, new MatchSelection.OfCandidate(One, IncludeClosed: true) { MinScore = 60 }),
            "IX_Matches_CandidateId_Score_Id (CandidateId=? AND Score>?)"),
        ["matches of a job for an admin"] = (
            context => Matches(context, new MatchSelection.OfJob(One, Ada)), "IX_Matches_Overview (JobId=? AND Score>?)"),
        ["matches of a job for a recruiter"] = (
            context => Matches(context, new MatchSelection.OfJob(One, Rosa) { MinScore = 60 }), "IX_Matches_Overview (JobId=? AND Score>?)"),
        ["the newest jobs of an overview"] = (
            context => MatchingOverviewReader.Newest(context, null), "IX_Jobs_Status_CreatedAt_Id (Status=?)"),
    };

    /// <summary>How SQLite holds what is shared with a recruiter, itself read from an index.</summary>
    private static readonly string[] AboutShares = ["LIST SUBQUERY 1", "CREATE BLOOM FILTER"];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_page_is_read_in_order_from_an_index(string query)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, All[query].Query(context));

        Assert.Contains(plan, step => step.Contains(All[query].Index, StringComparison.Ordinal));
        // Nothing is put in order by itself. What walks an index from its beginning stops after a page.
        Assert.All(plan.Where(step => !AboutShares.Contains(step)), step => Assert.True(
            step.StartsWith("SEARCH", StringComparison.Ordinal) || step.Contains($"SCAN j USING INDEX {All[query].Index}", StringComparison.Ordinal), step));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Counting_goes_by_the_same_indexes(bool ofCandidate)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var selected = MatchReader.Select(
            context, ofCandidate ? new MatchSelection.OfCandidate(One) : new MatchSelection.OfJob(One, Rosa));

        foreach (var plan in new[] { await QueryPlan.OfAsync(context, MatchReader.Counts(selected)), await QueryPlan.OfAsync(context, MatchReader.Extent(selected)) })
        {
            Assert.Contains(plan, step => step.StartsWith("SEARCH m USING", StringComparison.Ordinal));
            Assert.All(plan, step => Assert.False(step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("subquery", StringComparison.OrdinalIgnoreCase), step));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Summing_up_reads_the_index_of_each_jobs_matches_alone_and_for_the_newest_only_the_high_ones(bool ofAll)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Guid? jobId = ofAll ? null : One;

        var counting = await QueryPlan.OfAsync(context, MatchingOverviewReader.Counts(context, Rosa, jobId));
        var newest = await QueryPlan.OfAsync(context, MatchingOverviewReader.NewestHigh(context, Rosa, jobId));

        Assert.Contains(counting, step => step.Contains("USING COVERING INDEX IX_Matches_Overview (JobId=?", StringComparison.Ordinal));
        Assert.Contains(newest, step => step.Contains("USING COVERING INDEX IX_Matches_Overview (JobId=? AND Score>?", StringComparison.Ordinal));
        Assert.All(counting.Concat(newest), step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_matches_of_a_stretch_are_looked_up_pair_by_pair()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var ids = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToList();

        var ofJob = await QueryPlan.OfAsync(context, context.Matches.Where(match => match.JobId == One && ids.Contains(match.CandidateId)));
        var ofCandidate = await QueryPlan.OfAsync(context, context.Matches.Where(match => match.CandidateId == One && ids.Contains(match.JobId)));

        Assert.Contains("IX_Matches_CandidateId_JobId (CandidateId=? AND JobId=?)", ofJob[0], StringComparison.Ordinal);
        Assert.Contains("IX_Matches_CandidateId_JobId (CandidateId=? AND JobId=?)", ofCandidate[0], StringComparison.Ordinal);
    }

    private static IQueryable<object> Jobs(HotGigsDbContext context, JobFilter filter) =>
        JobStore.Page(JobStore.Select(context.Jobs, filter), filter);

    private static IQueryable<object> Matches(HotGigsDbContext context, MatchSelection selection) =>
        MatchReader.Page(MatchReader.Select(context, selection), 20, 20);
}
