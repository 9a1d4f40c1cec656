using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Domain.UnitTests.GoogleDrive;

public sealed class GoogleDriveSyncTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SyncFrequency.Daily, 1)]
    [InlineData(SyncFrequency.Weekly, 7)]
    public void A_schedule_counts_from_when_it_was_set(SyncFrequency frequency, int days)
    {
        var sync = SetUp(frequency);

        Assert.Equal(Now.AddDays(days), sync.NextSyncAt);
        Assert.Equal(Now.AddDays(days), sync.DueAt);
        sync.Change(null, SyncFrequency.Manual, null, Now);
        Assert.Null(sync.NextSyncAt);
        Assert.Null(sync.DueAt);
    }

    [Fact]
    public void A_run_that_was_asked_for_is_due_at_once_and_does_not_move_the_schedule()
    {
        var sync = SetUp(SyncFrequency.Daily);
        sync.Request(Now.AddHours(2));
        Assert.Equal(Now.AddHours(2), sync.DueAt);

        sync.Claim("worker", Now.AddHours(2));
        Assert.True(sync.RunIsManual);
        sync.EndRun(null, Now.AddHours(3));

        Assert.Equal((Now.AddDays(1), Now.AddHours(3)), (sync.NextSyncAt!.Value, sync.LastSyncAt!.Value));
        Assert.Equal(sync.NextSyncAt, sync.DueAt);
    }

    [Fact]
    public void What_was_missed_while_no_server_ran_is_made_up_for_once()
    {
        var sync = SetUp(SyncFrequency.Daily);
        sync.Claim("worker", Now.AddDays(10).AddHours(1));
        sync.EndRun(null, Now.AddDays(10).AddHours(1));

        Assert.Equal(Now.AddDays(11), sync.NextSyncAt);
    }

    [Fact]
    public void Asking_while_it_runs_changes_nothing()
    {
        var sync = SetUp(SyncFrequency.Manual);
        sync.Request(Now);
        sync.Claim("worker", Now);
        var run = sync.RunId;

        sync.Request(Now.AddMinutes(1));
        sync.Claim("another", Now.AddMinutes(2));

        Assert.Equal((run, (DateTimeOffset?)null), (sync.RunId, sync.RequestedAt));
        sync.EndRun(null, Now.AddMinutes(3));
        Assert.Null(sync.DueAt);
    }

    [Fact]
    public void A_run_that_failed_is_no_sync_of_the_folder()
    {
        var sync = SetUp(SyncFrequency.Manual);
        sync.Request(Now);
        sync.Claim("worker", Now);
        sync.EndRun("Google Drive cannot be reached.", Now);

        Assert.Null(sync.LastSyncAt);
        Assert.Equal("Google Drive cannot be reached.", sync.Error);
        sync.Request(Now);
        sync.Claim("worker", Now);
        Assert.Null(sync.Error);
    }

    [Fact]
    public void What_is_switched_off_for_want_of_access_waits_for_it_and_what_its_owner_switched_off_does_not()
    {
        var (suspended, off) = (SetUp(SyncFrequency.Daily), SetUp(SyncFrequency.Daily));
        off.Change(null, null, false, Now);

        suspended.Suspend("Access was withdrawn.", awaitsConnection: true);
        off.Suspend("Access was withdrawn.", awaitsConnection: true);

        Assert.Equal((true, false, (DateTimeOffset?)null), (suspended.AwaitsConnection, suspended.IsActive, suspended.DueAt));
        Assert.False(off.AwaitsConnection);
        suspended.Change(null, null, true, Now.AddHours(1));
        Assert.Equal((false, null, Now.AddHours(25)), (suspended.AwaitsConnection, suspended.Error, suspended.NextSyncAt!.Value));
    }

    [Fact]
    public void What_is_switched_off_while_it_runs_ends_its_run_and_is_due_no_more()
    {
        var sync = SetUp(SyncFrequency.Daily);
        sync.Claim("worker", Now.AddDays(1));
        sync.Change(null, null, false, Now.AddDays(1));
        Assert.NotNull(sync.DueAt);

        sync.EndRun(null, Now.AddDays(1));

        Assert.Null(sync.DueAt);
    }

    [Fact]
    public void A_run_that_goes_on_is_the_same_run_with_the_same_batch()
    {
        var (sync, batch) = (SetUp(SyncFrequency.Daily), Guid.CreateVersion7(Now));
        sync.Claim("worker", Now.AddDays(1));
        var run = sync.RunId;
        sync.OpenBatch(batch);
        sync.Retry("Google Drive cannot be reached.", Now.AddDays(1));

        sync.ContinueRun(Now.AddDays(1).AddMinutes(5));
        sync.Claim("another", Now.AddDays(1).AddMinutes(6));

        Assert.Equal((run, batch, false, 0, null), (sync.RunId, sync.RunBatchId!.Value, sync.RunIsManual, sync.Faults, sync.Error));
        Assert.Equal(Now.AddDays(1).AddMinutes(5), sync.DueAt);
    }

    [Fact]
    public void A_request_does_not_outlive_being_switched_off()
    {
        var sync = SetUp(SyncFrequency.Manual);
        sync.Request(Now);

        sync.Change(null, null, false, Now);
        sync.Request(Now);
        sync.Change(null, null, true, Now.AddDays(9));

        Assert.Equal((null, null), (sync.RequestedAt, sync.DueAt));
    }

    private static GoogleDriveSync SetUp(SyncFrequency frequency) =>
        GoogleDriveSync.SetUp(Guid.CreateVersion7(Now), "rosa", "folder", "Resumes", frequency, Now);
}
