using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class InboundRateLimitTests
{
    [Fact]
    public void A_burst_passes_then_the_steady_rate()
    {
        var clock = new FakeTimeProvider();
        var limit = new InboundRateLimit(perSecond: 20, burst: 40, clock);

        Assert.Equal(40, Enumerable.Range(0, 100).Count(i => limit.TryTake(out _)));
        Assert.Equal(60, limit.RefusedInRow);

        // Whoever waits as told gets through, once.
        Assert.False(limit.TryTake(out var retryAfter));
        clock.Advance(retryAfter);
        Assert.True(limit.TryTake(out _));
        Assert.Equal(0, limit.RefusedInRow);
        Assert.False(limit.TryTake(out _));

        var passed = 0;
        for (var i = 0; i < 1_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            passed += limit.TryTake(out _) ? 1 : 0;
        }

        Assert.Equal(200, passed);
    }

    [Fact]
    public void A_long_pause_earns_one_burst_and_no_more()
    {
        var clock = new FakeTimeProvider();
        var limit = new InboundRateLimit(perSecond: 20, burst: 40, clock);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(40, Enumerable.Range(0, 100).Count(i => limit.TryTake(out _)));
    }
}
