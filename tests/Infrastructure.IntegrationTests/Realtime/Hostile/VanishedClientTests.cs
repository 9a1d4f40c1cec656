using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>Half-open connections: the other side is gone, and nothing on the network says so.</summary>
public sealed class VanishedClientTests
{
    [Fact]
    public async Task One_that_neither_reads_nor_writes_any_more_is_closed_with_4408_and_then_cut()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var vanished = await RawSocket.ConnectAsync(host);
        await vanished.SendAsync(RawFrame.OfText("""{"type":"join_room","room":"recruiters"}"""));
        await vanished.ExpectMessageAsync("joined_room");

        host.Clock.Advance(TimeSpan.FromSeconds(75));
        await Eventually.TrueAsync(() => host.Registry.Users.All.Single().IsClosing, text: "closing");
        Assert.Equal(1, host.Status.TakeSnapshot().ActiveConnections);
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "cut");
        var left = host.Status.TakeSnapshot();
        Assert.Empty(left.Rooms);
        Assert.Empty(left.ActiveUsers);
        Assert.Equal(1, left.Node.Closed[4408]);
    }

    [Fact]
    public async Task One_in_the_middle_of_a_frame_or_of_a_message_is_closed_too()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var inFrame = await RawSocket.ConnectAsync(host);
        using var inMessage = await RawSocket.ConnectAsync(host);
        await inFrame.SendAsync(RawFrame.OfText(ConformanceFixture.Ping).ToWire().AsMemory(0, 9));
        await inMessage.SendAsync(RawFrame.OfText("{", isLast: false));
        await inMessage.ExpectAliveAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(75));
        Assert.Equal(4408, (await inFrame.ReceiveAsync()).CloseCode);
        Assert.Equal(4408, (await inMessage.ReceiveAsync()).CloseCode);
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "cut");
    }

    [Fact]
    public async Task One_that_breaks_off_in_any_state_is_forgotten_at_once()
    {
        await using var host = await RealtimeHost.StartAsync();
        byte[][] last = [[], [0x81], RawFrame.OfText("{", isLast: false).ToWire(), RawFrame.Close(1000).ToWire(), RawFrame.OfText(ConformanceFixture.Ping).ToWire()];
        foreach (var bytes in last)
        {
            var client = await RawSocket.ConnectAsync(host);
            await client.SendAsync(bytes);
            client.Reset();
        }

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "all are forgotten");
        Assert.Equal(last.Length, host.Status.TakeSnapshot().Node.Closed.Values.Sum());
    }
}
