using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>From where a client comes, as far as the limit per address is concerned.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Behind_a_trusted_proxy_each_client_has_the_address_that_the_proxy_saw()
    {
        await using var server = await StartAsync("127.0.0.1");
        await using var one = await ConnectAsync(server, "one", "198.51.100.1");
        await using var two = await ConnectAsync(server, "two", "198.51.100.2");
        await using var six = await ConnectAsync(server, "six", "2001:db8:1:2::1");
        foreach (var socket in new[] { one, two, six })
            await socket.NextAsync("connected");

        // What stands before the address that the proxy added is the client's own claim.
        foreach (var forwarded in (string[])["198.51.100.1", "203.0.113.9, 198.51.100.2", "2001:db8:1:2:ffff::9"])
        {
            await using var refused = await ConnectAsync(server, "more", forwarded);
            Assert.Equal(4429, (await refused.ClosedAsync()).Code);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task Nobody_else_is_believed(string? trusted)
    {
        await using var server = await StartAsync(trusted);
        await using var one = await ConnectAsync(server, "one", "198.51.100.1");
        await one.NextAsync("connected");

        await using var refused = await ConnectAsync(server, "two", "198.51.100.2");

        Assert.Equal(4429, (await refused.ClosedAsync()).Code);
    }

    private static Task<HotGigsServer> StartAsync(string? trusted) => HotGigsServer.StartAsync(new Dictionary<string, string?>
    {
        ["Realtime:MaxConnectionsPerAddress"] = "1",
        ["Proxies:Trusted:0"] = trusted,
    });

    private static Task<TestSocket> ConnectAsync(HotGigsServer server, string user, string forwardedFor) =>
        TestSocket.ConnectAsync(server.Address, $"token={Tokens.Create(user, "recruiter")}", ("X-Forwarded-For", forwardedFor));
}
