using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class MatchingRunTests
{
    private static readonly Guid Somebody = Guid.CreateVersion7(At.Noon);

    private readonly MatchingRun run = MatchingRun.Of(MatchingSubject.Job, Guid.CreateVersion7(At.Noon));

    [Fact]
    public void A_change_starts_a_run_over_and_whoever_works_on_it_loses_it()
    {
        run.Queue(everything: true, At.Noon);
        run.Claim("worker 1", At.Minute(2), At.Minute(1));
        run.Advance(Somebody, At.Minute(3));

        run.Queue(everything: true, At.Minute(2));

        Assert.Equal((null, null, null), (run.Position, run.ClaimedBy, run.LeasedUntil));
        Assert.Equal(At.Noon, run.QueuedAt);
    }

    [Fact]
    public void A_second_worker_goes_on_where_the_first_one_stood()
    {
        run.Queue(everything: true, At.Noon);
        run.Claim("worker 1", At.Minute(2), At.Minute(1));
        run.Advance(Somebody, At.Minute(3));
        run.Claim("worker 2", At.Minute(6), At.Minute(5));
        run.Complete();

        // What changed while the first one worked is looked at by the next run.
        Assert.Equal((null, At.Minute(1)), (run.QueuedAt, run.LastRunAt));
    }

    [Fact]
    public void Without_force_only_what_has_changed_since_the_last_run_is_compared()
    {
        run.Queue(everything: false, At.Noon);
        Assert.Null(run.ChangedSince);
        run.Claim("worker 1", At.Minute(2), At.Minute(1));
        run.Complete();

        run.Queue(everything: false, At.Minute(10));
        Assert.Equal(At.Minute(1), run.ChangedSince);
    }

    [Fact]
    public void Without_force_a_run_that_is_under_way_is_left_alone()
    {
        run.Queue(everything: true, At.Noon);
        run.Claim("worker 1", At.Minute(2), At.Minute(1));
        run.Advance(Somebody, At.Minute(3));

        run.Queue(everything: false, At.Minute(2));

        Assert.Equal((Somebody, "worker 1", null), (run.Position, run.ClaimedBy, run.ChangedSince));
    }

    [Fact]
    public void With_force_a_small_run_that_waits_becomes_one_over_everything()
    {
        run.Queue(everything: true, At.Noon);
        run.Claim("worker 1", At.Minute(2), At.Minute(1));
        run.Complete();
        run.Queue(everything: false, At.Minute(10));

        run.Queue(everything: true, At.Minute(11));

        Assert.Equal((null, At.Minute(10)), (run.ChangedSince, run.QueuedAt));
    }
}
