namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 2.*: pings and pongs of the WebSocket protocol, not those of the contract.</summary>
public sealed class PingPongTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(124)]
    [InlineData(125)]
    public async Task A_ping_is_answered_by_a_pong_with_its_payload(int length)
    {
        using var client = await fixture.ConnectAsync();
        // Not text: every byte there is.
        var payload = Enumerable.Range(0, length).Select(i => (byte)(255 - i)).ToArray();

        await client.SendAsync(RawFrame.Ping(payload));

        await client.ExpectPongAsync(payload);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(8)]
    public async Task A_control_frame_of_126_bytes_is_closed_with_1002(int opcode)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Of(opcode, [3, 232, .. new byte[124]]));

        await client.ExpectCloseAsync(1002);
    }

    [Fact]
    public async Task A_ping_is_answered_also_if_it_comes_byte_by_byte()
    {
        using var client = await fixture.ConnectAsync();
        var payload = new byte[125];
        payload.AsSpan().Fill(0xFE);

        foreach (var one in RawFrame.Ping(payload).ToWire())
            await client.SendAsync(new[] { one });

        await client.ExpectPongAsync(payload);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(125)]
    public async Task A_pong_that_nobody_asked_for_is_ignored(int length)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Pong(new byte[length]));
        await client.ExpectAliveAsync();
        await client.SendAsync(RawFrame.Pong(new byte[length]));
        await client.SendAsync(RawFrame.OfText(ConformanceFixture.Ping));

        await client.ExpectMessageAsync("pong");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1)]
    public async Task Ten_pings_are_answered_in_order(int piece)
    {
        using var client = await fixture.ConnectAsync();
        var pings = Enumerable.Range(0, 10).SelectMany(i => RawFrame.Ping([(byte)i, 42]).ToWire()).ToArray();

        foreach (var part in pings.Chunk(piece))
            await client.SendAsync(part);

        for (byte i = 0; i < 10; i++)
            await client.ExpectPongAsync([i, 42]);
    }

    [Fact]
    public async Task Who_pings_without_reading_is_given_up()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await RawSocket.ConnectAsync(host, receiveBuffer: 4096);
        var connection = host.Registry.Users.All.Single();
        var pings = Enumerable.Range(0, 500).SelectMany(_ => RawFrame.Ping(new byte[125]).ToWire()).ToArray();

        while (!connection.IsClosing)
            await client.SendAsync(pings);

        var frames = await client.ReadToEndAsync();
        Assert.Equal(4440, frames[^1].CloseCode);
        Assert.All(frames.SkipLast(1), frame => Assert.Equal(10, frame.Opcode));
    }
}
