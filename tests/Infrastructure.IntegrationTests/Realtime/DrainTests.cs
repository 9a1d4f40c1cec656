using System.Net.WebSockets;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>A server that stops sends its clients away in good order.</summary>
public sealed class DrainTests
{
    private static readonly Dictionary<string, string?> TenSeconds = new() { ["Realtime:DrainNotice"] = "00:00:10" };

    [Fact]
    public async Task Each_client_is_told_a_time_of_its_own_evenly_over_30_seconds()
    {
        await using var host = await RealtimeHost.StartAsync(TenSeconds);
        var clients = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.ConnectAsync($"user-{i}")));

        var stopping = host.StopAsync();
        var delays = new List<long>();
        foreach (var client in clients)
        {
            var frame = await client.ReceiveAsync();
            Assert.Equal("after_ms type", frame.Names());
            Assert.Equal("reconnect", frame.Text("type"));
            delays.Add(frame.Number("after_ms"));
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(i => (long)i), delays.Order().Select(delay => delay / 1_000));
        await EndAsync(clients);
        await PassUntilAsync(host, stopping);
    }

    [Fact]
    public async Task They_are_served_on_for_the_notice_and_closed_with_1001_after_it()
    {
        await using var host = await RealtimeHost.StartAsync(TenSeconds);
        using var client = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");

        var stopping = host.StopAsync();
        await client.ReceiveAsync();
        Assert.True(host.Status.IsDraining);
        host.Clock.Advance(TimeSpan.FromSeconds(9));
        await client.ExpectNothingAsync();
        await host.PublishAsync(new NotificationsReadUpTo("ann", 1, null, new FeedSnapshot("epoch-1", 8, 0, 0)));
        Assert.Equal(8, (await client.ReceiveAsync()).GetProperty("seq").GetInt64());
        await other.CloseAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1001, await client.ReceiveCloseAsync());
        await PassUntilAsync(host, stopping);
    }

    [Fact]
    public async Task It_ends_as_soon_as_nobody_is_left()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:DrainNotice"] = "00:10:00" });
        using var client = await host.ConnectAsync();

        var stopping = host.StopAsync();
        await client.ReceiveAsync();
        await client.CloseAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "left");

        await PassUntilAsync(host, stopping, TimeSpan.FromMilliseconds(50));
        Assert.Equal(WebSocketState.Closed, client.Socket.State);
    }

    private static async Task EndAsync(IReadOnlyCollection<TestClient> clients)
    {
        foreach (var client in clients)
        {
            await client.CloseAsync();
            client.Dispose();
        }
    }

    private static Task PassUntilAsync(RealtimeHost host, Task stopping, TimeSpan? step = null) => Eventually.TrueAsync(
        () =>
        {
            host.Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            return stopping.IsCompletedSuccessfully;
        },
        text: "stopped");
}
