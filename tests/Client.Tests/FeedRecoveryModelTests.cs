using CsCheck;

namespace HotGigs.Client.Tests;

/// <summary>
/// A feed that goes on changing, and a wire that loses, doubles and reorders live frames, drops connections and delays
/// answers, by chance: whatever it does, each change comes out once and in order.
/// </summary>
public sealed class FeedRecoveryModelTests
{
    private enum Step
    {
        Change,
        Lose,
        Double,
        Overtake,
        Pong,
        Answer,
        Reconnect,
        Restore,
    }

    private static readonly Gen<List<(Step Step, int Dice)>> Histories = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(Step.Change)), (3, Gen.Const(Step.Lose)), (2, Gen.Const(Step.Double)), (2, Gen.Const(Step.Overtake)),
            (2, Gen.Const(Step.Pong)), (6, Gen.Const(Step.Answer)), (2, Gen.Const(Step.Reconnect)), (1, Gen.Const(Step.Restore))),
        Gen.Int[0, 9]).List[0, 120];

    [Fact]
    public void Whatever_the_wire_does_each_change_comes_out_once_and_in_order() =>
        Histories.Sample(Follow, iter: 20_000);

    private static void Follow(List<(Step Step, int Dice)> history)
    {
        var feed = (Epoch: 1, Seq: 0L);
        var recovery = new FeedRecovery(null);
        FeedPosition? request = null;
        FeedPosition told = default;

        void Live(long seq) => recovery.Apply(seq, at => new NotificationsDeleted(at, 0, []));
        string Epoch() => $"e{feed.Epoch}";
        void Connect()
        {
            request = null;
            recovery.Begin(Epoch(), feed.Seq, 0);
        }

        // Sequences are told as numbers: each change must join on to the one before, or say that it does not.
        void Read()
        {
            while (recovery.TakeReady() is { } change)
            {
                if (change is not FeedReset)
                {
                    Assert.Equal(told.Epoch, change.Position.Epoch);
                    if (change is FeedSynced page)
                        Assert.Equal(told.Seq + 1, page.Notifications[0].ChangedSeq);
                    else
                        Assert.Equal(told.Seq + 1, change.Position.Seq);
                }

                told = change.Position;
            }

            request ??= recovery.TakeRequest();
        }

        void Answer(int size)
        {
            if (request is not { } since)
                return;
            request = null;
            if (since.Epoch != Epoch() || since.Seq > feed.Seq)
            {
                recovery.Apply(new SyncResultFrame(false, Epoch(), feed.Seq, [], [], 0, false));
                return;
            }

            var upTo = Math.Min(feed.Seq, since.Seq + size);
            var changed = Enumerable.Range((int)since.Seq + 1, (int)(upTo - since.Seq)).Select(Changed).ToList();
            recovery.Apply(new SyncResultFrame(true, Epoch(), upTo, changed, [], 0, More: upTo < feed.Seq));
        }

        Connect();
        Read();
        foreach (var (step, dice) in history)
        {
            switch (step)
            {
                case Step.Change:
                    Live(++feed.Seq);
                    break;
                case Step.Lose:
                    feed.Seq += dice;
                    break;
                case Step.Double when feed.Seq > dice:
                    Live(feed.Seq - dice);
                    break;
                case Step.Overtake:
                    feed.Seq += 2;
                    Live(feed.Seq);
                    Live(feed.Seq - 1);
                    break;
                case Step.Pong:
                    // Read a moment ago: it may be behind what was told live.
                    recovery.Observe(Epoch(), Math.Max(0, feed.Seq - (dice / 5)), 0);
                    break;
                case Step.Answer:
                    Answer(1 + dice);
                    break;
                case Step.Reconnect:
                    Connect();
                    break;
                case Step.Restore:
                    feed = (feed.Epoch + 1, dice);
                    Connect();
                    break;
            }

            Read();
        }

        // In the end a pong shows what is still missing, and the answers come.
        recovery.Observe(Epoch(), feed.Seq, 0);
        Read();
        for (var rounds = 0; request is not null && rounds < 2_000; rounds++)
        {
            Answer(10);
            Read();
        }

        Assert.Equal(new FeedPosition(Epoch(), feed.Seq), told);
    }

    private static Notification Changed(int seq) => new(
        Json.Id(seq), "candidate_added", "", "", null, default, null, null, false, null, false, null, false, default, null, seq, seq, null);
}
