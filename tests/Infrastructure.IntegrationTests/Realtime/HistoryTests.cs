using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>What the server remembers of the last hour.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task The_first_sample_is_of_the_start_and_the_next_come_every_ten_seconds()
    {
        await using var host = await RealtimeHost.StartAsync();
        var start = host.Clock.GetUtcNow();
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 1));
        using var one = await host.ConnectAsync();
        using var other = await host.ConnectAsync();
        await one.SendAsync("""{"type":"join_room","room":"recruiters"}""");
        await one.ReceiveAsync();
        await one.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Guid.Empty}}"}""");
        await one.ReceiveAsync();
        await one.ReceiveAsync();
        using var slow = SilentConnection.Of(host, "bob");
        slow.Connection.Enqueue(MembershipFrames.LeftRoom("recruiters", default));

        var samples = await AfterAsync(host, 1);

        Assert.Equal(new RealtimeSample(start, 0, 0, 0, 0, 0, 0, 0), samples[0]);
        var (at, connections, users, rooms, watchers, frames, bytes, sent) = samples[1];
        Assert.Equal((start.AddSeconds(10), 3, 2, 1, 1), (at, connections, users, rooms, watchers));
        Assert.Equal(1, frames);
        Assert.True(bytes > 20);
        // Two greetings, joined_room, watching and the progress: five frames in ten seconds.
        Assert.Equal(0.5, sent);
        Assert.Equal(0, (await AfterAsync(host, 1))[2].SentPerSecond);
    }

    [Fact]
    public async Task Of_more_than_an_hour_ago_nothing_is_kept()
    {
        await using var host = await RealtimeHost.StartAsync();
        var start = host.Clock.GetUtcNow();

        var samples = await AfterAsync(host, RealtimeHistory.MaxSamples + 5);

        Assert.Equal(RealtimeHistory.MaxSamples, samples.Count);
        Assert.Equal(start.AddSeconds(60), samples[0].At);
        Assert.Equal(start.AddSeconds(10 * (RealtimeHistory.MaxSamples + 5)), samples[^1].At);
    }

    private static async Task<IReadOnlyList<RealtimeSample>> AfterAsync(RealtimeHost host, int ticks)
    {
        for (var i = 0; i < ticks; i++)
        {
            // One at a time: ticks that nobody has waited for become one.
            host.Clock.Advance(host.History.Interval);
            await Eventually.TrueAsync(() => host.History.Samples is [.., var last] && last.At == host.Clock.GetUtcNow());
        }

        return host.History.Samples;
    }
}
