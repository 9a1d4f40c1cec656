using System.Globalization;
using System.Text.Json;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class OutboundQueueTests
{
    private static readonly Frame Greeting = FrameOf("greeting");

    [Fact]
    public void A_writer_is_asked_for_once_and_again_after_it_rested()
    {
        var queue = Released();

        Assert.Equal(QueueDemand.Write, queue.Enqueue(FrameOf("a")));
        Assert.Equal(QueueDemand.None, queue.Enqueue(FrameOf("b")));
        Assert.Equal(["a", "b"], Drain(queue, out var turn));
        Assert.Equal(QueueTurn.Rest, turn);
        Assert.Equal(QueueDemand.Write, queue.Enqueue(FrameOf("c")));
    }

    [Fact]
    public void What_is_held_back_follows_the_greeting()
    {
        var queue = new OutboundQueue(10, 10_000);

        Assert.Equal(QueueDemand.None, queue.Enqueue(FrameOf("early")));
        Assert.Equal(QueueDemand.Write, queue.Release(Greeting));

        Assert.Equal(["greeting", "early"], Drain(queue, out _));
    }

    [Fact]
    public void Too_many_frames_or_bytes_give_the_client_up()
    {
        var frames = new OutboundQueue(2, 10_000);
        Assert.Equal(QueueDemand.None, frames.Enqueue(FrameOf("a")));
        Assert.Equal(QueueDemand.None, frames.Enqueue(FrameOf("b")));
        Assert.Equal(QueueDemand.GiveUp, frames.Enqueue(FrameOf("c")));

        var size = FrameOf("a").Size;
        var bytes = new OutboundQueue(10, 4 * size);
        for (var i = 0; i < 4; i++)
            Assert.Equal(QueueDemand.None, bytes.Enqueue(FrameOf("a")));
        Assert.Equal(QueueDemand.GiveUp, bytes.Enqueue(FrameOf("b")));
    }

    [Fact]
    public void A_frame_larger_than_the_bound_passes_with_little_beside_it()
    {
        var large = FrameOf(new string('x', 10_000));
        var queue = new OutboundQueue(maxFrames: 10, maxBytes: 1_000);
        queue.Release(Greeting);
        Drain(queue, out _);

        Assert.Equal(QueueDemand.Write, queue.Enqueue(large));
        Assert.NotEqual(QueueDemand.GiveUp, queue.Enqueue(FrameOf("live")));
        for (var i = 0; i < 2; i++)
            Assert.NotEqual(QueueDemand.GiveUp, queue.Enqueue(large));
        Assert.Equal(QueueDemand.GiveUp, queue.Enqueue(large));
    }

    [Fact]
    public void What_has_been_taken_no_longer_counts()
    {
        var queue = new OutboundQueue(maxFrames: 2, maxBytes: 2 * Greeting.Size);
        queue.Release(Greeting);
        Drain(queue, out _);
        var place = new LatestFrame();

        for (var version = 0; version < 100; version++)
        {
            Assert.NotEqual(QueueDemand.GiveUp, queue.Enqueue(FrameOf("x")));
            Assert.NotEqual(QueueDemand.GiveUp, queue.Open(place, FrameOf($"v{version}"), version));
            Drain(queue, out _);
        }
    }

    [Fact]
    public void A_newer_value_replaces_the_one_that_waits_in_its_place()
    {
        var queue = new OutboundQueue(maxFrames: 3, maxBytes: 10_000);
        var place = new LatestFrame();
        queue.Open(place, FrameOf("v1"), 1);
        queue.Enqueue(FrameOf("other"));

        for (var version = 2; version <= 50; version++)
            Assert.Equal(QueueDemand.None, queue.Offer(place, FrameOf($"v{version}"), version));
        queue.Offer(place, FrameOf("late"), 49);
        queue.Release(Greeting);

        Assert.Equal(["greeting", "v50", "other"], Drain(queue, out _));
    }

    [Fact]
    public void A_client_that_keeps_up_is_sent_every_step_and_one_that_is_behind_the_newest()
    {
        var queue = new OutboundQueue(maxFrames: 40, maxBytes: 100_000);
        var place = new LatestFrame(keepsSteps: true);
        queue.Open(place, FrameOf("v1"), 1);
        for (var version = 2; version <= 60; version++)
        {
            Assert.Equal(QueueDemand.None, queue.Offer(place, FrameOf($"v{version}"), version));
            queue.Offer(place, FrameOf("late"), version - 1);
        }

        queue.Release(Greeting);

        Assert.Equal(["greeting", .. Enumerable.Range(1, 9).Select(version => $"v{version}"), "v60"], Drain(queue, out _));
        Assert.Equal(0, queue.Bytes);
    }

    [Fact]
    public void Steps_that_wait_are_not_sent_once_their_place_is_closed()
    {
        var queue = Released();
        var place = new LatestFrame(keepsSteps: true);
        queue.Open(place, FrameOf("v1"), 1);
        queue.Offer(place, FrameOf("v2"), 2);
        queue.Enqueue(FrameOf("other"));
        queue.Offer(place, FrameOf("v3"), 3);
        queue.Close(place);

        Assert.Equal(["other"], Drain(queue, out _));
        Assert.Equal(0, queue.Bytes);
    }

    [Fact]
    public void A_place_that_is_not_open_sends_nothing_and_one_that_is_closed_sends_no_more()
    {
        var queue = Released();
        var place = new LatestFrame();

        Assert.Equal(QueueDemand.None, queue.Offer(place, FrameOf("v1"), 1));
        Assert.Equal(QueueDemand.Write, queue.Open(place, FrameOf("v0"), 0));
        queue.Close(place);
        Assert.Equal(QueueDemand.None, queue.Offer(place, FrameOf("v2"), 2));

        Assert.Empty(Drain(queue, out _));
    }

    [Fact]
    public void Completing_sends_what_waits_unless_it_is_discarded_and_takes_nothing_more()
    {
        var flushed = Released();
        flushed.Enqueue(FrameOf("a"));
        Assert.Equal(QueueDemand.None, flushed.Complete(FrameOf("last"), discard: false));
        Assert.Equal(QueueDemand.None, flushed.Enqueue(FrameOf("b")));
        Assert.Equal(QueueDemand.None, flushed.Complete(FrameOf("later"), discard: false));
        Assert.Equal(["a", "last"], Drain(flushed, out var turn));
        Assert.Equal(QueueTurn.End, turn);

        var discarded = Released();
        discarded.Enqueue(FrameOf("a"));
        discarded.Complete(FrameOf("last"), discard: true);
        Assert.Equal(["last"], Drain(discarded, out turn));
        Assert.Equal(QueueTurn.End, turn);
    }

    [Fact]
    public void Completing_an_idle_or_held_queue_asks_for_a_writer()
    {
        Assert.Equal(QueueDemand.Write, Released().Complete(FrameOf("last"), discard: false));

        var held = new OutboundQueue(10, 10_000);
        held.Enqueue(FrameOf("early"));
        Assert.Equal(QueueDemand.Write, held.Complete(FrameOf("last"), discard: false));
        Assert.Equal(QueueDemand.None, held.Release(Greeting));
        Assert.Equal(["last"], Drain(held, out _));
    }

    [Fact]
    public async Task Many_producers_lose_nothing_keep_their_order_and_never_have_two_writers()
    {
        const int Producers = 8, Each = 5_000;
        var queue = new OutboundQueue(int.MaxValue, int.MaxValue);
        queue.Release(Greeting);
        var seen = new List<string>();
        var all = new TaskCompletionSource();

        // The list has no lock of its own: only that there is one writer at a time keeps it whole.
        void Write()
        {
            foreach (var name in Drain(queue, out _))
            {
                seen.Add(name);
                if (seen.Count == (Producers * Each) + 1)
                    all.TrySetResult();
            }
        }

        Write();
        await Parallel.ForAsync(0, Producers, new ParallelOptions { MaxDegreeOfParallelism = Producers }, (producer, _) =>
        {
            for (var i = 0; i < Each; i++)
            {
                if (queue.Enqueue(FrameOf($"{producer}:{i}")) == QueueDemand.Write)
                    ThreadPool.QueueUserWorkItem(_ => Write());
            }

            return ValueTask.CompletedTask;
        });
        await all.Task.WaitAsync(TimeSpan.FromSeconds(20));

        foreach (var own in seen.Skip(1).Select(name => name.Split(':')).GroupBy(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture)))
            Assert.Equal(Enumerable.Range(0, Each), own);
    }

    private static OutboundQueue Released()
    {
        var queue = new OutboundQueue(10, 10_000);
        queue.Release(Greeting);
        Drain(queue, out _);
        return queue;
    }

    private static Frame FrameOf(string name) => Frame.Create(name, 0, static (_, _) => { });

    private static string NameOf(Frame frame) => JsonElement.Parse(frame.Utf8.Span).GetProperty("type").GetString()!;

    private static List<string> Drain(OutboundQueue queue, out QueueTurn turn)
    {
        var names = new List<string>();
        var batch = new FrameBatch();
        while ((turn = queue.Next(batch)) == QueueTurn.Send)
        {
            names.AddRange(batch.Frames.Select(NameOf));
            batch.Clear();
        }

        return names;
    }
}
