using System.Net;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>How many connections there may be: of an address, of a user, of all.</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task An_address_with_too_many_connections_gets_4429_whoever_its_users_are()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxConnectionsPerAddress"] = "2" });
        using var one = await host.ConnectAsync("ann");
        using var two = await host.ConnectAsync("bob");

        using var refused = await host.OpenAsync("carl");
        Assert.Equal(4429, await refused.ReadToCloseAsync());
        Assert.Equal("An address may have 2 connections.", refused.Socket.CloseStatusDescription);
        await refused.CloseAsync();

        await one.CloseAsync();
        await Tests.Shared.Eventually.TrueAsync(() => host.Registry.Count == 1, text: "left");
        using var next = await host.ConnectAsync("carl");
        Assert.Equal(2, host.Registry.Count);
    }

    [Fact]
    public async Task A_server_that_is_full_gives_4503()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxConnections"] = "1" });
        using var one = await host.ConnectAsync();

        using var refused = await host.OpenAsync("bob");

        Assert.Equal(4503, await refused.ReceiveCloseAsync());
        Assert.Equal(1, host.Registry.Count);
        await one.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_connection_that_was_refused_does_not_count()
    {
        await using var host = await RealtimeHost.StartAsync(new()
        {
            ["Realtime:MaxConnectionsPerUser"] = "1",
            ["Realtime:MaxConnectionsPerAddress"] = "2",
            ["Realtime:MaxConnections"] = "2",
        });
        using var one = await host.ConnectAsync();
        for (var i = 0; i < 3; i++)
        {
            using var refused = await host.OpenAsync();
            Assert.Equal(4409, await refused.ReceiveCloseAsync());
        }

        using var other = await host.ConnectAsync("bob");
        await other.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("fe80::1%2", "fe80::2%3", true)]
    public void An_IPv4_address_or_an_IPv6_network_of_64_bits_counts_as_one(string one, string other, bool same) =>
        Assert.Equal(same, AddressCounts.SourceOf(IPAddress.Parse(one)).Equals(AddressCounts.SourceOf(IPAddress.Parse(other))));

    [Fact]
    public async Task However_many_come_and_go_at_once_the_count_holds_and_settles_at_zero()
    {
        var counts = new AddressCounts(limit: 5);
        var address = IPAddress.Parse("192.0.2.1");
        int held = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (!counts.TryAdd(address))
                    continue;
                var now = Interlocked.Increment(ref held);
                int seen;
                while (now > (seen = Volatile.Read(ref most)))
                    Interlocked.CompareExchange(ref most, now, seen);
                Interlocked.Decrement(ref held);
                counts.Remove(address);
            }
        })));

        Assert.InRange(most, 1, 5);
        Assert.Equal(5, Enumerable.Range(0, 8).Count(_ => counts.TryAdd(address)));
    }

    [Fact]
    public void Where_no_address_is_known_there_is_no_limit()
    {
        var counts = new AddressCounts(limit: 1);

        Assert.True(counts.TryAdd(null) && counts.TryAdd(null));
        counts.Remove(null);
    }
}
