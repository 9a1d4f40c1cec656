using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What the queue of resumes guarantees, whichever database it is kept in.</summary>
public abstract class ResumeQueueSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private int claims;
    private int files;

    [Fact]
    public async Task Resumes_are_claimed_in_the_order_of_their_upload()
    {
        var first = await UploadAsync(Rosa);
        Node.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await UploadAsync(Rosa);

        Assert.Equal(first.Id, (await ClaimAsync(Node))?.Id);
        Assert.Equal(second.Id, (await ClaimAsync(Node))?.Id);
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task Workers_of_two_servers_never_claim_the_same_resume()
    {
        for (var i = 0; i < 20; i++)
            await UploadAsync(Rosa);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while (await ClaimAsync(worker % 2 == 0 ? Node : OtherNode) is { } resume)
                mine.Add(resume.Id);
            return mine;
        })));

        var all = claimed.SelectMany(ids => ids).ToList();
        Assert.Equal(20, all.Count);
        Assert.Equal(20, all.Distinct().Count());
    }

    [Fact]
    public async Task What_a_dead_worker_left_behind_is_claimed_when_its_lease_runs_out()
    {
        await UploadAsync(Rosa);
        var abandoned = await ClaimAsync(Node);
        abandoned!.Advance(ProcessingStep.RunningParser, Node.Clock.GetUtcNow());
        await Store(Node).SaveAsync(abandoned, Cancelled);

        OtherNode.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await ClaimAsync(OtherNode));
        OtherNode.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await ClaimAsync(OtherNode);

        Assert.Equal(abandoned.Id, again?.Id);
        Assert.Equal((2, 0, "Queued"), (again!.Attempt, again.Progress.Percentage, again.Progress.CurrentStep));
        Assert.True(again.Version > abandoned.Version);
    }

    [Fact]
    public async Task A_worker_that_renews_its_lease_keeps_its_resume()
    {
        await UploadAsync(Rosa);
        var held = await ClaimAsync(Node);
        Node.Clock.Advance(TimeSpan.FromSeconds(10));
        OtherNode.Clock.Advance(TimeSpan.FromSeconds(20));

        await Store(Node).RenewLeaseAsync(held!, Lease, Cancelled);

        Assert.Null(await ClaimAsync(OtherNode));
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_stores_nothing_any_more()
    {
        await UploadAsync(Rosa);
        var slow = await ClaimAsync(Node);
        OtherNode.Clock.Advance(Lease);
        var taken = await ClaimAsync(OtherNode);

        slow!.Advance(ProcessingStep.ExtractingText, Node.Clock.GetUtcNow());
        await Assert.ThrowsAsync<LeaseLostException>(() => Store(Node).SaveAsync(slow, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Store(Node).RenewLeaseAsync(slow, Lease, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Store(Node).SaveCandidateAsync(slow, Profile("a@b.co"), Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Store(Node).ReleaseAsync(slow, TimeSpan.Zero, Cancelled));

        var stored = await Store(Node).FindAsync(slow.Id, Cancelled);
        Assert.Equal((taken!.Version, 0, (Guid?)null), (stored!.Version, stored.Progress.Percentage, stored.CandidateId));
        Assert.Equal(0, await CountCandidatesAsync());
    }

    [Fact]
    public async Task A_released_resume_is_free_after_its_delay()
    {
        await UploadAsync(Rosa);
        var failed = await ClaimAsync(Node);

        await Store(Node).ReleaseAsync(failed!, TimeSpan.FromSeconds(5), Cancelled);

        Assert.Null(await ClaimAsync(Node));
        Node.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, (await ClaimAsync(Node))?.Attempt);
    }

    [Fact]
    public async Task A_failed_resume_that_two_servers_retry_at_once_is_free_at_once_and_claimed_once()
    {
        var id = (await UploadAsync(Rosa)).Id;
        var held = (await ClaimAsync(Node))!;
        Assert.Null(await Store(Node).RetryAsync(id, Cancelled));
        held.Fail("The parser is down.", Node.Clock.GetUtcNow());
        await Store(Node).SaveAsync(held, Cancelled);

        var retried = await Task.WhenAll(Enumerable.Range(0, 6).Select(click =>
            Task.Run(() => Store(click % 2 == 0 ? Node : OtherNode).RetryAsync(id, Cancelled))));

        var queued = Assert.Single(retried, one => one is not null)!;
        Assert.Equal((ResumeStatus.Uploaded, held.Version + 1), (queued.Status, queued.Version));
        await Assert.ThrowsAsync<LeaseLostException>(() => Store(Node).SaveAsync(held, Cancelled));
        var again = await ClaimAsync(OtherNode);
        Assert.Equal((id, 1, null), (again!.Id, again.Attempt, again.Error));
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task A_completed_resume_stays_in_the_queue_until_it_is_announced()
    {
        await UploadAsync(Rosa);
        var resume = (await ClaimAsync(Node))!;
        await Store(Node).SaveCandidateAsync(resume, Profile("jane@example.com"), Cancelled);
        resume.Complete(Node.Clock.GetUtcNow());
        await Store(Node).SaveAsync(resume, Cancelled);

        Node.Clock.Advance(Lease);
        var again = await ClaimAsync(Node);
        Assert.Equal((ResumeStatus.Completed, 1), (again!.Status, again.Attempt));

        again.MarkAnnounced(Node.Clock.GetUtcNow());
        await Store(Node).SaveAsync(again, Cancelled);
        Node.Clock.Advance(Lease);
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task What_the_parser_read_survives_being_stored()
    {
        await UploadAsync(Rosa);
        var resume = (await ClaimAsync(Node))!;
        var profile = Profile("jane@example.com") with
        {
            Skills = [new Skill("C#", "Programming Languages", "expert")],
            TopSkills = ["C#"],
            Experience = [new Position("Engineer", "Acme", "Łódź", "2020-01", null, true, "line one\nline two")],
            Education = [new Degree("BSc", "TU Berlin", "2015")],
            TotalExperienceYears = 6.5,
        };

        var candidate = await Store(Node).SaveCandidateAsync(resume, profile, Cancelled);

        var stored = (await Store(Node).FindAsync(resume.Id, Cancelled))!.Profile!;
        Assert.Equivalent(profile, stored, strict: true);
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var storedCandidate = await context.Candidates.SingleAsync(one => one.Id == candidate.Id, Cancelled);
        Assert.Equal(profile.Experience, storedCandidate.Experience);
        Assert.Equal(profile.Skills, storedCandidate.Skills);
        Assert.Equal(6.5, storedCandidate.YearsOfExperience);
    }

    [Fact]
    public async Task Two_resumes_of_one_address_at_the_same_time_make_one_candidate_in_a_recruiters_database()
    {
        var claimed = new List<(TestNode Node, Resume Resume)>();
        foreach (var node in new[] { Node, OtherNode, Node, OtherNode })
        {
            await UploadAsync(Rosa);
            claimed.Add((node, (await ClaimAsync(node))!));
        }

        var candidates = await Task.WhenAll(claimed.Select(one => Task.Run(() =>
            Store(one.Node).SaveCandidateAsync(one.Resume, Profile("jane@example.com"), Cancelled))));

        Assert.Single(candidates.Select(candidate => candidate.Id).Distinct());
        Assert.Equal(1, await CountCandidatesAsync());
        Assert.All(claimed, one => Assert.Equal(candidates[0].Id, one.Resume.CandidateId));
    }

    [Fact]
    public async Task One_address_in_the_databases_of_two_recruiters_and_in_the_pool_is_three_candidates()
    {
        foreach (var uploader in new[] { Rosa, Ben, Ada, Rosa })
        {
            await UploadAsync(uploader);
            await Store(Node).SaveCandidateAsync((await ClaimAsync(Node))!, Profile("jane@example.com"), Cancelled);
        }

        Assert.Equal(3, await CountCandidatesAsync());
    }

    [Fact]
    public async Task A_candidate_who_applies_is_known_by_their_user_and_takes_over_nobody_elses_profile()
    {
        await UploadAsync(Ada);
        var pooled = await Store(Node).SaveCandidateAsync((await ClaimAsync(Node))!, Profile("victim@example.com"), Cancelled);

        await UploadAsync(Kim);
        var applied = await Store(Node).SaveCandidateAsync((await ClaimAsync(Node))!, Profile("victim@example.com"), Cancelled);
        await UploadAsync(Kim);
        var again = await Store(Node).SaveCandidateAsync((await ClaimAsync(Node))!, Profile("kim@example.com"), Cancelled);

        Assert.NotEqual(pooled.Id, applied.Id);
        Assert.Equal(applied.Id, again.Id);
        Assert.Equal((Kim.Id, "kim@example.com"), (again.UserId, again.Email));
    }

    [Fact]
    public async Task Resumes_without_an_address_are_each_a_candidate_of_their_own_and_a_second_attempt_finds_its_first()
    {
        await UploadAsync(Rosa);
        var first = (await ClaimAsync(Node))!;
        var made = await Store(Node).SaveCandidateAsync(first, Profile(null), Cancelled);
        Node.Clock.Advance(Lease);
        var retried = (await ClaimAsync(Node))!;
        var found = await Store(Node).SaveCandidateAsync(retried, Profile(null), Cancelled);
        await UploadAsync(Rosa);
        var other = await Store(Node).SaveCandidateAsync((await ClaimAsync(Node))!, Profile(null), Cancelled);

        Assert.Equal(made.Id, found.Id);
        Assert.NotEqual(made.Id, other.Id);
    }

    private static IResumeStore Store(TestNode node) => node.Get<IResumeStore>();

    private Task<Resume?> ClaimAsync(TestNode node) =>
        Store(node).ClaimNextAsync($"worker-{Interlocked.Increment(ref claims)}", Lease, Cancelled);

    private async Task<Resume> UploadAsync(UserIdentity uploader)
    {
        var source = uploader.Roles == Roles.Candidate ? ResumeSource.CandidateUpload : ResumeSource.RecruiterUpload;
        var resume = Resume.Upload(
            Guid.CreateVersion7(), uploader, source, "cv.pdf", $"ab/{Interlocked.Increment(ref files)}", ResumeFormat.Pdf, 1_000, Node.Clock.GetUtcNow());
        await Store(Node).AddAsync(resume, Cancelled);
        return resume;
    }

    private static ResumeProfile Profile(string? email) => new() { FullName = "Jane Doe", Email = email };

    private async Task<int> CountCandidatesAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.Set<Candidate>().CountAsync(Cancelled);
    }
}

public sealed class SqliteResumeQueue() : ResumeQueueSpecification(new SqliteTestDatabase());

public sealed class SqlServerResumeQueue() : ResumeQueueSpecification(new SqlServerTestDatabase());
