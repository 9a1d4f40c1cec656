using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using MediatR;

namespace HotGigs.Infrastructure.IntegrationTests.GoogleDrive;

/// <summary>What the queue of syncs guarantees, whichever database it is kept in.</summary>
public abstract class GoogleDriveRunSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private int claims;
    private int files;

    [Fact]
    public async Task A_sync_runs_when_its_time_has_come_and_keeps_its_time_of_day_however_late_it_was()
    {
        await SetUpAsync("folder", SyncFrequency.Daily);
        Assert.Null(await ClaimAsync(Node));
        Node.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(5));

        var run = (await ClaimAsync(Node))!;
        Assert.Null(await ClaimAsync(OtherNode));
        await Runs(Node).EndAsync(run, new RunEnd(), Cancelled);

        var sync = await FindAsync(run);
        Assert.Equal(TestNode.Start.AddDays(2), sync.NextSyncAt);
        Assert.Equal((Node.Clock.GetUtcNow(), false), (sync.LastSyncAt!.Value, sync.IsRunning));
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task Workers_of_two_servers_never_claim_the_same_sync()
    {
        for (var i = 0; i < 20; i++)
            await RequestAsync(await SetUpAsync($"folder-{i}"));

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while (await ClaimAsync(worker % 2 == 0 ? Node : OtherNode) is { } sync)
                mine.Add(sync.Id);
            return mine;
        })));

        Assert.Equal(20, claimed.SelectMany(ids => ids).Distinct().Count());
        Assert.Equal(20, claimed.Sum(ids => ids.Count));
    }

    [Fact]
    public async Task The_run_of_a_dead_worker_goes_on_where_it_was_and_ends_in_one_batch()
    {
        await RequestAsync(await SetUpAsync("folder"));
        var dead = (await ClaimAsync(Node))!;
        GoogleDriveItem[] all = [Item("a"), Item("b"), Item("c"), Item("a")];
        await Runs(Node).RecordAsync(dead, Rosa, [Imported(all[0]), Failed(all[1])], Cancelled);

        OtherNode.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await ClaimAsync(OtherNode));
        OtherNode.Clock.Advance(TimeSpan.FromSeconds(1));
        var next = (await ClaimAsync(OtherNode))!;
        Assert.Equal((dead.RunId, true), (next.RunId, next.RunIsManual));

        Assert.Equal([all[2]], await Runs(OtherNode).SelectOpenAsync(next, all, Cancelled));
        await Runs(OtherNode).RecordAsync(next, Rosa, [Imported(all[2])], Cancelled);
        await Runs(OtherNode).EndAsync(next, new RunEnd(), Cancelled);

        var batch = await Batches.FindAsync((await FindAsync(next)).LastBatchId!.Value, Cancelled);
        Assert.Equal((3, 1, true, next.Id), (batch!.TotalFiles, batch.Failed, batch.SealedAt is not null, batch.SyncId));
        Assert.Equal(Rosa.Id, batch.CandidateOwnerId);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_stores_nothing_any_more()
    {
        await RequestAsync(await SetUpAsync("folder"));
        var slow = (await ClaimAsync(Node))!;
        OtherNode.Clock.Advance(Lease);
        var taken = (await ClaimAsync(OtherNode))!;

        await Assert.ThrowsAsync<LeaseLostException>(() => Runs(Node).RecordAsync(slow, Rosa, [Imported(Item("a"))], Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Runs(Node).RenewLeaseAsync(slow, Lease, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Runs(Node).RetryAsync(slow, "no", TimeSpan.Zero, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Runs(Node).ReleaseAsync(slow, Cancelled));
        await Assert.ThrowsAsync<LeaseLostException>(() => Runs(Node).EndAsync(slow, new RunEnd(), Cancelled));

        Assert.Empty(await Syncs.ListFilesAsync(slow.Id, null, 10, Cancelled));
        Assert.Equal((true, taken.ClaimedBy), ((await FindAsync(slow)).IsRunning, (await FindAsync(slow)).ClaimedBy));
    }

    [Fact]
    public async Task A_worker_that_renews_its_lease_keeps_its_run()
    {
        await RequestAsync(await SetUpAsync("folder"));
        var held = (await ClaimAsync(Node))!;
        Node.Clock.Advance(TimeSpan.FromSeconds(20));
        OtherNode.Clock.Advance(TimeSpan.FromSeconds(40));

        await Runs(Node).RenewLeaseAsync(held, Lease, Cancelled);

        Assert.Null(await ClaimAsync(OtherNode));
    }

    [Fact]
    public async Task A_file_that_two_runs_of_one_owner_find_at_the_same_moment_is_imported_once()
    {
        await RequestAsync(await SetUpAsync("one"));
        await RequestAsync(await SetUpAsync("other"));
        var (one, other) = ((await ClaimAsync(Node))!, (await ClaimAsync(OtherNode))!);
        var items = Enumerable.Range(0, 10).Select(i => Item($"file-{i}")).ToList();

        await Task.WhenAll(
            Task.Run(() => Runs(Node).RecordAsync(one, Rosa, [.. items.Select(Imported)], Cancelled)),
            Task.Run(() => Runs(OtherNode).RecordAsync(other, Rosa, [.. items.Select(Imported)], Cancelled)));

        var found = (await Syncs.ListFilesAsync(one.Id, null, 50, Cancelled)).Concat(await Syncs.ListFilesAsync(other.Id, null, 50, Cancelled)).ToList();
        Assert.Equal((10, 10), (found.Count, found.Select(file => file.ResumeId).Distinct().Count()));
        Assert.Equal(10, (await Batches.ListAsync(Rosa.Id, null, 10, Cancelled)).Sum(batch => batch.TotalFiles));
    }

    [Fact]
    public async Task A_scheduled_run_that_finds_nothing_leaves_nothing_and_one_that_was_asked_for_an_empty_batch()
    {
        var sync = await SetUpAsync("folder", SyncFrequency.Daily);
        Node.Clock.Advance(TimeSpan.FromDays(1));
        await Runs(Node).EndAsync((await ClaimAsync(Node))!, new RunEnd(), Cancelled);
        Assert.Empty(await Batches.ListAsync(Rosa.Id, null, 10, Cancelled));

        await RequestAsync(sync);
        await Runs(Node).EndAsync((await ClaimAsync(Node))!, new RunEnd(), Cancelled);

        var batch = Assert.Single(await Batches.ListAsync(Rosa.Id, null, 10, Cancelled));
        Assert.Equal((0, true, true), (batch.TotalFiles, batch.NotifyWhenEmpty, batch.CompletedAt is not null));
        Assert.Single(Node.Events.Published.OfType<ResumeBatchCompleted>());
    }

    [Fact]
    public async Task What_fails_night_after_night_is_told_once_and_again_to_who_asks()
    {
        var sync = await SetUpAsync("folder", SyncFrequency.Daily);
        for (var night = 1; night <= 3; night++)
        {
            Node.Clock.Advance(TimeSpan.FromDays(1));
            await FailAsync();
        }

        Assert.Equal(1, await ToldAsync());
        await RequestAsync(sync);
        await FailAsync();
        Assert.Equal(2, await ToldAsync());
        // It is one file all the same.
        Assert.Equal(new GoogleDriveCounts(0, 1), (await Syncs.CountFilesAsync([sync.Id], Cancelled))[sync.Id]);

        async Task<int> ToldAsync() => (await Batches.ListAsync(Rosa.Id, null, 10, Cancelled)).Sum(batch => batch.Failed);

        async Task FailAsync()
        {
            var run = (await ClaimAsync(Node))!;
            var open = await Runs(Node).SelectOpenAsync(run, [Item("locked")], Cancelled);
            await Runs(Node).RecordAsync(run, Rosa, [.. open.Select(Failed)], Cancelled);
            await Runs(Node).EndAsync(run, new RunEnd(), Cancelled);
        }
    }

    [Fact]
    public async Task A_run_with_more_files_goes_on_at_once_and_does_not_try_again_what_has_failed_in_it()
    {
        var sync = await SetUpAsync("folder", SyncFrequency.Daily);
        Node.Clock.Advance(TimeSpan.FromDays(1));
        var first = (await ClaimAsync(Node))!;
        await Runs(Node).RecordAsync(first, Rosa, [Failed(Item("locked"))], Cancelled);
        await Runs(Node).EndAsync(first, new RunEnd(HasMore: true), Cancelled);
        Assert.Empty(Node.Events.Published.OfType<ResumeBatchCompleted>());

        var next = (await ClaimAsync(Node))!;

        Assert.Equal((first.RunId, false), (next.RunId, next.RunIsManual));
        Assert.Equal([Item("next")], await Runs(Node).SelectOpenAsync(next, [Item("locked"), Item("next")], Cancelled));
        await Runs(Node).RecordAsync(next, Rosa, [Failed(Item("next"))], Cancelled);
        await Runs(Node).EndAsync(next, new RunEnd(), Cancelled);
        Assert.Equal(2, Assert.Single(await Batches.ListAsync(Rosa.Id, null, 10, Cancelled)).TotalFiles);
        Assert.Single(Node.Events.Published.OfType<ResumeBatchCompleted>());
        Assert.Null(await ClaimAsync(Node));
    }

    [Fact]
    public async Task A_run_with_more_files_ends_where_its_sync_was_switched_off_and_has_not_got_to_the_end()
    {
        var sync = await SetUpAsync("folder");
        await RequestAsync(sync);
        var run = (await ClaimAsync(Node))!;
        await Syncs.ChangeAsync(Rosa.Id, sync.Id, one => one.Change(null, null, false, Node.Clock.GetUtcNow()), Cancelled);

        await Runs(Node).EndAsync(run, new RunEnd(HasMore: true), Cancelled);

        var ended = await FindAsync(sync);
        Assert.Equal((false, null, null), (ended.IsRunning, ended.LastSyncAt, ended.DueAt));
        Assert.NotNull(ended.Error);
    }

    [Fact]
    public async Task A_file_that_failed_and_became_of_a_kind_that_is_not_imported_does_not_stop_its_sync()
    {
        var sync = await SetUpAsync("folder");
        await RequestAsync(sync);
        var run = (await ClaimAsync(Node))!;
        await Runs(Node).RecordAsync(run, Rosa, [Failed(Item("a"))], Cancelled);
        await Runs(Node).EndAsync(run, new RunEnd(), Cancelled);
        await RequestAsync(sync);
        var next = (await ClaimAsync(Node))!;

        await Runs(Node).RecordAsync(
            next, Rosa, [new FetchedItem(Item("a"), GoogleDriveOutcome.Skipped, null, "A picture."), Imported(Item("b"))], Cancelled);

        Assert.Equal(
            [("a", GoogleDriveOutcome.Skipped), ("b", GoogleDriveOutcome.Imported)],
            (await Syncs.ListFilesAsync(sync.Id, null, 10, Cancelled)).Select(file => (file.FileId, file.Outcome)).Order());
    }

    [Fact]
    public async Task What_a_deleted_sync_has_imported_is_not_imported_again_and_belongs_to_the_next_that_finds_it()
    {
        var (first, second) = (await SetUpAsync("one"), await SetUpAsync("other"));
        await RequestAsync(first);
        var run = (await ClaimAsync(Node))!;
        await Runs(Node).RecordAsync(run, Rosa, [Imported(Item("a")), Failed(Item("b"))], Cancelled);
        await Runs(Node).EndAsync(run, new RunEnd(), Cancelled);

        Assert.True(await Syncs.DeleteAsync(Rosa.Id, first.Id, Cancelled));
        await RequestAsync(second);
        var next = (await ClaimAsync(Node))!;

        Assert.Equal([Item("b"), Item("c")], await Runs(Node).SelectOpenAsync(next, [Item("a"), Item("b"), Item("c")], Cancelled));
        Assert.Equal(["a", "b"], (await Syncs.ListFilesAsync(second.Id, null, 10, Cancelled)).Select(file => file.FileId).Order());
    }

    [Fact]
    public async Task However_long_a_pause_Google_asks_for_a_run_is_put_off_for_an_hour_at_most()
    {
        await RequestAsync(await SetUpAsync("folder"));
        var run = (await ClaimAsync(Node))!;

        await Node.Get<IMediator>().Send(new PutOffGoogleDriveRun(run, new GoogleDriveUnavailableException("Slow down.", TimeSpan.FromDays(30_000))), Cancelled);

        Assert.Equal(Node.Clock.GetUtcNow().AddHours(1), (await FindAsync(run)).DueAt);
    }

    [Fact]
    public async Task What_was_put_off_is_due_after_its_delay_and_is_still_the_same_run()
    {
        await RequestAsync(await SetUpAsync("folder"));
        var failed = (await ClaimAsync(Node))!;

        await Runs(Node).RetryAsync(failed, "Google Drive cannot be reached.", TimeSpan.FromMinutes(1), Cancelled);

        Node.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await ClaimAsync(Node));
        Node.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = (await ClaimAsync(Node))!;
        Assert.Equal((failed.RunId, 1, "Google Drive cannot be reached."), (again.RunId, again.Faults, again.Error));
    }

    private static IGoogleDriveRuns Runs(TestNode node) => node.Get<IGoogleDriveRuns>();

    private IGoogleDriveSyncs Syncs => OtherNode.Get<IGoogleDriveSyncs>();

    private IResumeBatches Batches => OtherNode.Get<IResumeBatches>();

    private static GoogleDriveItem Item(string id, string revision = "1") => new(id, $"{id}.txt", "text/plain", revision);

    private static FetchedItem Failed(GoogleDriveItem item) =>
        new(item, GoogleDriveOutcome.Failed, ResumeIntake.Refused(item.Name, "Locked."), "Locked.");

    private FetchedItem Imported(GoogleDriveItem item) => new(
        item,
        GoogleDriveOutcome.Imported,
        new ReceivedFile(item.Name, new StoredDocument($"aa/{Interlocked.Increment(ref files):D32}", ResumeFormat.PlainText, 100), null));

    private async Task<GoogleDriveSync> SetUpAsync(string folder, SyncFrequency frequency = SyncFrequency.Manual)
    {
        var now = Node.Clock.GetUtcNow();
        var sync = GoogleDriveSync.SetUp(Guid.CreateVersion7(now), Rosa.Id, folder, folder, frequency, now);
        return (await Node.Get<IGoogleDriveSyncs>().SetUpAsync(sync, 100, Cancelled))!;
    }

    private Task RequestAsync(GoogleDriveSync sync) =>
        Node.Get<IGoogleDriveSyncs>().ChangeAsync(Rosa.Id, sync.Id, one => one.Request(Node.Clock.GetUtcNow()), Cancelled);

    private Task<GoogleDriveSync?> ClaimAsync(TestNode node) =>
        Runs(node).ClaimNextAsync($"worker-{Interlocked.Increment(ref claims)}", Lease, Cancelled);

    private async Task<GoogleDriveSync> FindAsync(GoogleDriveSync sync) => (await Syncs.FindAsync(Rosa.Id, sync.Id, Cancelled))!;
}

public sealed class SqliteGoogleDriveRuns() : GoogleDriveRunSpecification(new SqliteTestDatabase());

public sealed class SqlServerGoogleDriveRuns() : GoogleDriveRunSpecification(new SqlServerTestDatabase());
