using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What batches of resumes guarantee, whichever database they are kept in.</summary>
public abstract class ResumeBatchSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private int files;
    private int claims;

    [Fact]
    public async Task A_batch_is_stored_whole_and_read_in_the_order_of_its_files()
    {
        var batch = await UploadAsync(Rosa, Kept(), Refused("photo.png"), Kept());

        var states = await Batches(OtherNode).ReadFilesAsync(batch.Id, Cancelled);

        Assert.Equal(["cv-1.pdf", "photo.png", "cv-2.pdf"], states.Select(one => one.FileName));
        Assert.Equal([ResumeStatus.Uploaded, ResumeStatus.Failed, ResumeStatus.Uploaded], states.Select(one => one.Status));
        Assert.Equal([null, "An image.", null], states.Select(one => one.Error));
        Assert.Equal((3, 0, 1, ResumeStatus.Uploaded), CountsOf(await FindAsync(batch.Id)));
        Assert.NotNull(await Resumes(OtherNode).FindAsync(states[0].ResumeId!.Value, Cancelled));
    }

    [Fact]
    public async Task It_completes_once_however_many_servers_end_its_files_at_the_same_moment()
    {
        var batch = await UploadAsync(Rosa, [.. Enumerable.Range(0, 24).Select(_ => Kept())]);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            var node = worker % 2 == 0 ? Node : OtherNode;
            while (await ClaimAsync(node) is { } resume)
                await EndAsync(node, resume, isSuccessful: worker < 4);
        })));

        var stored = await FindAsync(batch.Id);
        Assert.Equal((24, ResumeStatus.Completed), (stored.Processed, stored.Status));
        var completed = Assert.Single(Node.Events.Published.Concat(OtherNode.Events.Published).OfType<ResumeBatchCompleted>());
        Assert.Equal(new BatchCounts(24, stored.Successful, stored.Failed), completed.Counts);
    }

    [Fact]
    public async Task An_end_that_is_not_stored_is_not_counted()
    {
        var batch = await UploadAsync(Rosa, Kept());
        var slow = (await ClaimAsync(Node))!;
        OtherNode.Clock.Advance(Lease);
        var taken = (await ClaimAsync(OtherNode))!;

        await Assert.ThrowsAsync<LeaseLostException>(() => EndAsync(Node, slow, isSuccessful: false));
        Assert.Equal((1, 0, 0, ResumeStatus.Uploaded), CountsOf(await FindAsync(batch.Id)));

        await EndAsync(OtherNode, taken, isSuccessful: true);
        await Resumes(OtherNode).SaveAsync(taken, Cancelled);
        Assert.Equal((1, 1, 0, ResumeStatus.Completed), CountsOf(await FindAsync(batch.Id)));
    }

    [Fact]
    public async Task An_end_that_could_only_be_stored_when_the_resume_was_given_back_is_counted_all_the_same()
    {
        var batch = await UploadAsync(Rosa, Kept(), Kept());
        foreach (var isSuccessful in new[] { true, false })
        {
            var resume = (await ClaimAsync(Node))!;
            using var stopping = new CancellationTokenSource();
            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndAsync(Node, resume, isSuccessful, stopping.Token));

            await Resumes(Node).ReleaseAsync(resume, TimeSpan.Zero, Cancelled);
        }

        Assert.Equal((2, 1, 1, ResumeStatus.Completed), CountsOf(await FindAsync(batch.Id)));
        Assert.Null(await ClaimAsync(Node));
        Assert.Single(Node.Events.Published.OfType<ResumeBatchCompleted>());
    }

    [Fact]
    public async Task Files_are_added_until_it_is_sealed_and_it_completes_when_they_have_ended()
    {
        var batch = ResumeBatch.OfGoogleDriveSync(Rosa, Guid.CreateVersion7(), "Applications", false, Now);
        await Batches(Node).AddAsync(batch, [], seal: false, Cancelled);
        var first = await Batches(Node).AddFilesAsync(batch.Id, [Kept(), Refused("photo.png")], Cancelled);
        await EndNextAsync();
        var second = await Batches(OtherNode).AddFilesAsync(batch.Id, [Kept()], Cancelled);
        await EndNextAsync();
        Assert.Equal([0, 1, 2], first.Concat(second).Select(file => file.Ordinal));
        Assert.Null((await FindAsync(batch.Id)).CompletedAt);

        await Batches(OtherNode).SealAsync(batch.Id, Cancelled);
        await Batches(Node).SealAsync(batch.Id, Cancelled);

        Assert.Equal((3, 2, 1, ResumeStatus.Completed), CountsOf(await FindAsync(batch.Id)));
        Assert.Equal(batch.SyncId, Assert.Single(Node.Events.Published.Concat(OtherNode.Events.Published).OfType<ResumeBatchCompleted>()).SyncId);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Batches(Node).AddFilesAsync(batch.Id, [Kept()], Cancelled));
    }

    [Fact]
    public async Task A_single_upload_is_next_although_five_hundred_files_came_before()
    {
        await UploadAsync(Rosa, [.. Enumerable.Range(0, 500).Select(_ => Kept())]);
        await ClaimAsync(Node);
        Node.Clock.Advance(TimeSpan.FromMilliseconds(200));

        var single = await UploadSingleAsync(Ben);

        Assert.Equal(single.Id, (await ClaimAsync(Node))!.Id);
    }

    [Fact]
    public async Task Batches_of_two_users_take_turns_and_those_of_one_user_line_up()
    {
        await UploadAsync(Rosa, [.. Enumerable.Range(0, 6).Select(_ => Kept())]);
        await UploadAsync(Rosa, [.. Enumerable.Range(0, 6).Select(_ => Kept())]);
        Node.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await UploadAsync(Ben, [.. Enumerable.Range(0, 6).Select(_ => Kept())]);

        var owners = new List<string>();
        while (await ClaimAsync(Node) is { } resume)
            owners.Add(resume.UploadedBy);

        Assert.Equal(["rosa", "ben", "rosa", "ben", "rosa", "ben", "rosa", "ben"], owners.Take(8));
        Assert.Equal(18, owners.Count);
    }

    [Fact]
    public async Task A_retry_puts_back_what_failed_once_even_if_asked_twice_at_once()
    {
        var batch = await UploadAsync(Rosa, Kept(), Kept(), Kept(), Refused("photo.png"));
        await EndNextAsync(isSuccessful: false);
        await EndNextAsync();
        Assert.Null(await Batches(Node).RetryFailedAsync(batch.Id, Cancelled));
        await EndNextAsync(isSuccessful: false);
        Assert.Null(await Batches(Node).RetryFailedAsync(batch.Id, Cancelled));
        await Batches(Node).MarkAnnouncedAsync(batch.Id, 1, Cancelled);

        var retried = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(click => Task.Run(() => Batches(click % 2 == 0 ? Node : OtherNode).RetryFailedAsync(batch.Id, Cancelled))));

        Assert.Equal(2, Assert.Single(retried, one => one is not null));
        var again = await FindAsync(batch.Id);
        Assert.Equal((2, 4, 1, 1, ResumeStatus.Processing), (again.Round, again.TotalFiles, again.Successful, again.Failed, again.Status));
        await EndNextAsync();
        await EndNextAsync();
        Assert.Null(await ClaimAsync(Node));
        Assert.Equal((4, 3, 1, ResumeStatus.Completed), CountsOf(await FindAsync(batch.Id)));
    }

    [Fact]
    public async Task Where_nothing_can_be_retried_the_round_stays()
    {
        var batch = await UploadAsync(Rosa, Kept(), Refused("photo.png"));
        await EndNextAsync();
        await Batches(Node).MarkAnnouncedAsync(batch.Id, 1, Cancelled);

        Assert.Equal(0, await Batches(Node).RetryFailedAsync(batch.Id, Cancelled));
        Assert.Equal((1, ResumeStatus.Completed), ((await FindAsync(batch.Id)).Round, (await FindAsync(batch.Id)).Status));
    }

    [Fact]
    public async Task Each_round_is_told_once_whoever_tells_it()
    {
        await Node.RegisterAsync(Rosa);
        var batch = await UploadAsync(Rosa, Kept(), Refused("photo.png"));
        await EndNextAsync(isSuccessful: false);
        Assert.Equal([batch.Id], await Batches(Node).FindUnannouncedAsync(Now.AddSeconds(1), 10, Cancelled));
        Assert.Empty(await Batches(Node).FindUnannouncedAsync(Now, 10, Cancelled));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(one => (one % 2 == 0 ? Node : OtherNode).SendAsync(new AnnounceResumeBatch(batch.Id))));
        Assert.Equal(["Bulk upload completed: 0/2 successful"], await ToldAsync(Rosa));
        Assert.Empty(await Batches(Node).FindUnannouncedAsync(Now.AddDays(1), 10, Cancelled));

        await Batches(Node).RetryFailedAsync(batch.Id, Cancelled);
        await Node.SendAsync(new AnnounceResumeBatch(batch.Id));
        await EndNextAsync();
        await Node.SendAsync(new AnnounceResumeBatch(batch.Id));
        await Node.SendAsync(new AnnounceResumeBatch(batch.Id));
        Assert.Equal(["Bulk upload completed: 1/2 successful", "Bulk upload completed: 0/2 successful"], await ToldAsync(Rosa));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_end_of_an_empty_sync_is_told_to_whom_asked_for_it(bool notifyWhenEmpty, int told)
    {
        await Node.RegisterAsync(Rosa);
        var run = ResumeBatch.OfGoogleDriveSync(Rosa, Guid.CreateVersion7(), "Applications", notifyWhenEmpty, Now);
        await Batches(Node).AddAsync(run, [], seal: true, Cancelled);

        await Node.SendAsync(new AnnounceResumeBatch(run.Id));

        Assert.Equal(Enumerable.Repeat("Google Drive sync completed: 0 new resumes from Applications", told), await ToldAsync(Rosa));
        Assert.NotNull((await FindAsync(run.Id)).AnnouncedAt);
    }

    [Fact]
    public async Task A_user_lists_their_own_batches_the_latest_first_page_by_page()
    {
        var mine = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            mine.Insert(0, (await UploadAsync(Rosa, Kept())).Id);
            await UploadAsync(Ben, Kept());
            Node.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Batches(Node).ListAsync(Rosa.Id, null, 3, Cancelled);
        var rest = await Batches(Node).ListAsync(Rosa.Id, (first[^1].CreatedAt, first[^1].Id), 3, Cancelled);

        Assert.Equal(mine, first.Concat(rest).Select(batch => batch.Id));
    }

    private DateTimeOffset Now => Node.Clock.GetUtcNow();

    private static IResumeBatches Batches(TestNode node) => node.Get<IResumeBatches>();

    private static IResumeStore Resumes(TestNode node) => node.Get<IResumeStore>();

    private static (int Total, int Successful, int Failed, ResumeStatus Status) CountsOf(ResumeBatch batch) =>
        (batch.TotalFiles, batch.Successful, batch.Failed, batch.Status);

    private async Task<ResumeBatch> FindAsync(Guid id) => (await Batches(Node).FindAsync(id, Cancelled))!;

    private async Task<IEnumerable<string>> ToldAsync(UserIdentity user) =>
        (await Node.Get<IFeedReader>().ListAsync(user.Id, new FeedFilter(null, 50), Cancelled)).Notifications.Select(one => one.Message);

    private async Task<ResumeBatch> UploadAsync(UserIdentity owner, params ReceivedFile[] received)
    {
        var batch = ResumeBatch.OfBulkUpload(owner, Now);
        await Batches(Node).AddAsync(batch, received, seal: true, Cancelled);
        return batch;
    }

    private async Task<Resume> UploadSingleAsync(UserIdentity uploader)
    {
        var resume = Resume.Upload(
            Guid.CreateVersion7(), uploader, ResumeSource.RecruiterUpload, "cv.pdf", $"ab/{++files}", ResumeFormat.Pdf, 1_000, Now);
        await Resumes(Node).AddAsync(resume, Cancelled);
        return resume;
    }

    private ReceivedFile Kept() => new($"cv-{++files}.pdf", new StoredDocument($"ab/{files}", ResumeFormat.Pdf, 1_000), null);

    private static ReceivedFile Refused(string fileName) => new(fileName, null, "An image.");

    private Task<Resume?> ClaimAsync(TestNode node) =>
        Resumes(node).ClaimNextAsync($"worker-{Interlocked.Increment(ref claims)}", Lease, Cancelled);

    private async Task EndNextAsync(bool isSuccessful = true) => await EndAsync(Node, (await ClaimAsync(Node))!, isSuccessful);

    private static async Task EndAsync(TestNode node, Resume resume, bool isSuccessful, CancellationToken? stopping = null)
    {
        if (isSuccessful)
        {
            await Resumes(node).SaveCandidateAsync(resume, new ResumeProfile { FullName = "Jane Doe" }, Cancelled);
            resume.Complete(node.Clock.GetUtcNow());
        }
        else
        {
            resume.Fail("The file is damaged.", node.Clock.GetUtcNow());
        }

        await Resumes(node).SaveAsync(resume, stopping ?? Cancelled);
    }
}

public sealed class SqliteResumeBatches() : ResumeBatchSpecification(new SqliteTestDatabase());

public sealed class SqlServerResumeBatches() : ResumeBatchSpecification(new SqlServerTestDatabase());
