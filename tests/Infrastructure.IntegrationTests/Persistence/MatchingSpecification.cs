using HotGigs.Application.Jobs;
using HotGigs.Application.Matching;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>The queue of comparisons: durable, shared by servers, and each good match told once.</summary>
public abstract class MatchingSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly JobDetails Engineer = new("Engineer", "Acme", null, null, ["C#", "SQL"], [], 0, EducationLevel.None);

    private int made;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Matching:PageSize"] = "2" };

    [Fact]
    public async Task A_posted_job_is_compared_with_all_candidates_a_page_at_a_time()
    {
        await HaveCandidatesAsync(5, "C#", "SQL");
        var job = await PostAsync(Engineer);
        var pages = new List<Guid?>();
        var run = await ClaimAsync(Node);
        while (run?.QueuedAt is not null)
        {
            var page = await Matches(Node).CompareJobAsync(job.Id, new Stretch(run.Position, 2, null), Cancelled);
            pages.Add(page.Last);
            run = await Runs(Node).ChangeAsync(
                run, one => { if (page.Last is { } last) one.Advance(last, Node.Clock.GetUtcNow() + Lease); else one.Complete(); }, Cancelled);
        }

        Assert.Equal(3, pages.Count);
        Assert.Equal(5, (await StoredAsync()).Count);
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task Each_recruiter_is_told_once_of_each_match()
    {
        await RegisterAllAsync();
        await HaveCandidatesAsync(3, "C#", "SQL");
        await PostAsync(Engineer);

        await WorkAsync(Node);

        Assert.Equal(3, await ToldAsync(Rosa));
        Assert.All(await StoredAsync(), match => Assert.Equal((100, 100), (match.ToldScore, match.DeliveredScore)));
    }

    [Fact]
    public async Task A_server_that_dies_before_it_tells_leaves_it_to_the_next_one()
    {
        await RegisterAllAsync();
        await HaveCandidatesAsync(2, "C#", "SQL");
        var job = await PostAsync(Engineer);
        await ClaimAsync(Node);
        await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled);

        Assert.Null(await ClaimAsync(OtherNode));
        OtherNode.Clock.Advance(Lease);
        await WorkAsync(OtherNode);

        Assert.Equal(2, await ToldAsync(Rosa));
        Assert.All(await StoredAsync(), match => Assert.False(match.IsToBeTold));
    }

    [Fact]
    public async Task A_server_that_dies_after_it_told_tells_nobody_twice()
    {
        await RegisterAllAsync();
        await HaveCandidatesAsync(2, "C#", "SQL");
        var job = await PostAsync(Engineer);
        await ClaimAsync(Node);
        var page = await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled);
        foreach (var match in page.ToBeTold)
            await Node.SendAsync(new Application.Notifications.Notify.NotifyMatchFound(Rosa.Id, match.MatchId, match.Score, match.JobTitle, "Jane Doe"));

        OtherNode.Clock.Advance(Lease);
        await WorkAsync(OtherNode);

        Assert.Equal(2, await ToldAsync(Rosa));
    }

    [Fact]
    public async Task A_second_server_goes_on_where_the_first_one_stood()
    {
        await HaveCandidatesAsync(4, "C#", "SQL");
        var job = await PostAsync(Engineer);
        var run = (await ClaimAsync(Node))!;
        var page = await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled);
        await Runs(Node).ChangeAsync(run, one => one.Advance(page.Last!.Value, Node.Clock.GetUtcNow() + Lease), Cancelled);

        OtherNode.Clock.Advance(Lease);
        var taken = await ClaimAsync(OtherNode);

        Assert.Equal(page.Last, taken!.Position);
        Assert.Null(await Runs(Node).ChangeAsync(run, one => one.Complete(), Cancelled));
    }

    [Fact]
    public async Task A_change_while_a_job_is_compared_starts_over_and_takes_it_from_whoever_works_on_it()
    {
        await HaveCandidatesAsync(4, "C#", "SQL");
        var job = await PostAsync(Engineer);
        var run = (await ClaimAsync(Node))!;
        var page = await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled);
        run = (await Runs(Node).ChangeAsync(run, one => one.Advance(page.Last!.Value, Node.Clock.GetUtcNow() + Lease), Cancelled))!;

        await ChangeAsync(job, Engineer with { RequiredSkills = ["C#", "SQL", "Kafka", "Rust"] });

        Assert.Null(await Runs(Node).ChangeAsync(run, one => one.Complete(), Cancelled));
        await WorkAsync(OtherNode);
        Assert.All(await StoredAsync(), match => Assert.Equal(50, match.Score));
        Assert.Equal(4, (await StoredAsync()).Count);
    }

    [Fact]
    public async Task Two_servers_that_compare_the_same_pair_at_the_same_moment_make_one_match()
    {
        var candidate = (await HaveCandidatesAsync(1, "C#", "SQL")).Single();
        var job = await PostAsync(Engineer);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => number % 2 == 0
            ? Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled)
            : Matches(OtherNode).CompareCandidateAsync(candidate, new Stretch(null, 2, null), Cancelled)));

        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task A_match_stays_the_same_when_its_score_changes()
    {
        await HaveCandidatesAsync(1, "C#", "SQL");
        var job = await PostAsync(Engineer);
        await WorkAsync(Node);
        var before = Assert.Single(await StoredAsync());

        await ChangeAsync(job, Engineer with { RequiredSkills = ["C#", "SQL", "Kafka", "Rust"] });
        await WorkAsync(Node);

        var after = Assert.Single(await StoredAsync());
        Assert.Equal((before.Id, 100, 50), (after.Id, before.Score, after.Score));
        Assert.Equal(["Kafka", "Rust"], after.MissingSkills);
    }

    [Fact]
    public async Task Hopeless_pairs_are_not_kept()
    {
        await HaveCandidatesAsync(2, "Nursing");
        await PostAsync(Engineer);
        await PostAsync(Engineer with { RequiredSkills = [] });

        await WorkAsync(Node);

        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task A_closed_job_gets_no_new_matches_and_keeps_those_it_has()
    {
        await HaveCandidatesAsync(1, "C#", "SQL");
        var job = await PostAsync(Engineer);
        await WorkAsync(Node);
        await ChangeAsync(job, Engineer, JobStatus.Closed);
        var late = (await HaveCandidatesAsync(1, "C#", "SQL")).Single();

        Assert.Equal(ComparedPage.End, await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled));
        await Matches(Node).CompareCandidateAsync(late, new Stretch(null, 2, null), Cancelled);

        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task A_job_that_is_deleted_takes_its_matches_and_its_place_in_the_queue_along()
    {
        await HaveCandidatesAsync(3, "C#", "SQL");
        var job = await PostAsync(Engineer);
        await Matches(Node).CompareJobAsync(job.Id, new Stretch(null, 2, null), Cancelled);

        await Node.Get<IJobStore>().DeleteAsync(job.Id, Cancelled);

        Assert.Empty(await StoredAsync());
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task Only_what_has_changed_since_is_compared_where_that_is_asked_for()
    {
        var early = await HaveCandidatesAsync(3, "C#", "SQL");
        Node.Clock.Advance(TimeSpan.FromHours(1));
        var late = await HaveCandidatesAsync(1, "C#", "SQL");
        var job = await PostAsync(Engineer);

        var since = Node.Clock.GetUtcNow();
        for (Guid? position = Guid.Empty; position is not null;)
            position = (await Matches(Node).CompareJobAsync(job.Id, new Stretch(position, 2, since), Cancelled)).Last;

        Assert.Equal(late, (await StoredAsync()).Select(match => match.CandidateId));
        Assert.DoesNotContain((await StoredAsync()).Single().CandidateId, early);
    }

    private static IMatchStore Matches(TestNode node) => node.Get<IMatchStore>();

    private static IMatchingRuns Runs(TestNode node) => node.Get<IMatchingRuns>();

    private Task<MatchingRun?> ClaimAsync(TestNode node) =>
        Runs(node).ClaimNextAsync($"worker-{Interlocked.Increment(ref made)}", Lease, Cancelled);

    /// <summary>What a worker does.</summary>
    private async Task WorkAsync(TestNode node)
    {
        while (await ClaimAsync(node) is { } run)
            await node.SendAsync(new AdvanceMatching(run));
    }

    private async Task<Job> PostAsync(JobDetails details)
    {
        var job = Job.Post(details, Ada.Id, Node.Clock.GetUtcNow());
        await Node.Get<IJobStore>().AddAsync(job, Cancelled);
        return job;
    }

    private Task ChangeAsync(Job job, JobDetails details, JobStatus status = JobStatus.Open) =>
        Node.Get<IJobStore>().ChangeAsync(job.Id, one => one.Change(details, status, Node.Clock.GetUtcNow()), Cancelled);

    private async Task<List<Guid>> HaveCandidatesAsync(int count, params string[] skills)
    {
        var ids = new List<Guid>();
        var resumes = Node.Get<IResumeStore>();
        for (; count > 0; count--)
        {
            var number = Interlocked.Increment(ref made);
            await resumes.AddAsync(
                Resume.Upload(
                    Guid.CreateVersion7(), Rosa, ResumeSource.RecruiterUpload, "cv.pdf", $"ab/{number}", ResumeFormat.Pdf, 1_000, Node.Clock.GetUtcNow()),
                Cancelled);
            var resume = (await resumes.ClaimNextAsync($"import-{number}", Lease, Cancelled))!;
            var profile = new ResumeProfile { FullName = "Jane Doe", Email = $"jane-{number}@example.com", Skills = [.. skills.Select(name => new Skill(name))] };
            ids.Add((await resumes.SaveCandidateAsync(resume, profile, Cancelled)).Id);
            resume.Complete(Node.Clock.GetUtcNow());
            resume.MarkAnnounced(Node.Clock.GetUtcNow());
            await resumes.SaveAsync(resume, Cancelled);
        }

        return ids;
    }

    private async Task RegisterAllAsync()
    {
        foreach (var user in (UserIdentity[])[Rosa, Ada])
            await Node.RegisterAsync(user);
    }

    private async Task<int> ToldAsync(UserIdentity user)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.Notifications.CountAsync(one => one.UserId == user.Id && one.Type == NotificationType.MatchFound, Cancelled);
    }

    private async Task<List<Match>> StoredAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.Matches.AsNoTracking().ToListAsync(Cancelled);
    }
}

public sealed class SqliteMatching() : MatchingSpecification(new SqliteTestDatabase());

public sealed class SqlServerMatching() : MatchingSpecification(new SqlServerTestDatabase());
