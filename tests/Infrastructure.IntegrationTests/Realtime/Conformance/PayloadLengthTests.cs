using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 1.*: messages of every form of length, whole and in pieces.</summary>
public sealed class PayloadLengthTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16 * 1024)]
    public async Task Text_of_any_length_up_to_the_limit_is_answered(int length)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(PingOf(length)));

        await client.ExpectMessageAsync("pong");
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(1_048_576)]
    public async Task Text_of_any_length_is_answered_where_the_limit_allows_it(int length)
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MaxMessageBytes"] = "1048576" });
        using var client = await RawSocket.ConnectAsync(host);

        await client.SendAsync(RawFrame.OfText(PingOf(length)));

        await client.ExpectMessageAsync("pong");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(997)]
    public async Task The_pieces_in_which_the_network_brings_a_message_do_not_matter(int piece)
    {
        using var client = await fixture.ConnectAsync();
        var wire = RawFrame.OfText(PingOf(piece == 1 ? 300 : 16 * 1024)).ToWire();

        foreach (var part in wire.Chunk(piece))
            await client.SendAsync(part);

        await client.ExpectMessageAsync("pong");
    }

    [Theory]
    [InlineData(1, 16 * 1024 + 1)]
    [InlineData(1, 65_535)]
    [InlineData(1, 65_536)]
    [InlineData(2, 16 * 1024 + 1)]
    [InlineData(2, 65_536)]
    public async Task A_message_over_the_limit_is_closed_with_1009_whatever_its_kind(int opcode, int length)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Of(opcode, Encoding.UTF8.GetBytes(PingOf(length))));

        await client.ExpectCloseAsync(1009);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_all_of_it_has_come()
    {
        using var client = await fixture.ConnectAsync();
        // Announces 256 TB and brings little more than the limit.
        byte[] header = [0x81, 0xFF, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0];

        await client.SendAsync([.. header, .. new byte[16 * 1024 + 1].Select(_ => (byte)' ')]);

        var close = await client.ReceiveAsync();
        Assert.Equal(8, close.Opcode);
        Assert.Equal(1009, close.CloseCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16 * 1024)]
    public async Task A_binary_message_is_malformed_whatever_its_length(int length)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfBinary(new byte[length]));

        Assert.Contains("\"malformed_json\"", (await client.ExpectMessageAsync("error")).Text);
        await client.ExpectAliveAsync();
    }

    [Fact]
    public async Task An_empty_message_is_malformed()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(""));

        Assert.Contains("\"malformed_json\"", (await client.ExpectMessageAsync("error")).Text);
        await client.ExpectAliveAsync();
    }

    [Fact]
    public async Task What_comes_together_with_the_handshake_is_not_lost()
    {
        using var client = await RawSocket.OpenAsync(
            fixture.Host, early: [.. RawFrame.OfText(ConformanceFixture.Ping).ToWire(), .. RawFrame.Ping(7).ToWire()]);

        await client.ExpectMessageAsync("connected");
        // The pong of the protocol need not wait until the message is done.
        RawFrame[] answers = [await client.ReceiveAsync(), await client.ReceiveAsync()];
        Assert.StartsWith("{\"type\":\"pong\"", Assert.Single(answers, frame => frame.IsMessage).Text);
        Assert.Equal([7], Assert.Single(answers, frame => frame.Opcode == 10).Payload);
    }

    private static string PingOf(int length) => ConformanceFixture.Ping.PadRight(length);
}
