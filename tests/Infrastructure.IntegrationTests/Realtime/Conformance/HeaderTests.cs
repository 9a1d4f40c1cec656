namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 3.* and 4.*: bits and opcodes that mean nothing yet, masks and lengths that are wrong.</summary>
public sealed class HeaderTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    public static TheoryData<int> ReservedBits => [.. Enumerable.Range(1, 7)];

    public static TheoryData<int> ReservedOpcodes => [3, 4, 5, 6, 7, 11, 12, 13, 14, 15];

    [Theory]
    [MemberData(nameof(ReservedBits))]
    public async Task A_reserved_bit_is_closed_with_1002(int bits)
    {
        // Of a message, of a ping, of a close; alone and behind what is right.
        foreach (var frame in new[] { RawFrame.OfText(ConformanceFixture.Ping), RawFrame.Ping(1), RawFrame.Close(1000), RawFrame.OfBinary([1]) })
        {
            using var client = await fixture.ConnectAsync();
            await client.ExpectAliveAsync();

            await client.SendAsync(frame with { First = (byte)(frame.First | (bits << 4)) });

            await client.ExpectCloseAsync(1002);
        }
    }

    [Theory]
    [MemberData(nameof(ReservedOpcodes))]
    public async Task A_reserved_opcode_is_closed_with_1002(int opcode)
    {
        foreach (var payload in new byte[][] { [], [.. "what"u8] })
        {
            using var client = await fixture.ConnectAsync();
            await client.SendAsync(RawFrame.OfText(ConformanceFixture.Ping));
            await client.ExpectMessageAsync("pong");

            await client.SendAsync(RawFrame.Of(opcode, payload));

            await client.ExpectCloseAsync(1002);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task A_frame_without_a_mask_is_closed_with_1002(int opcode)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Of(opcode, [3, 232, .. "{}"u8]).ToWire(isMasked: false));

        await client.ExpectCloseAsync(1002);
    }

    [Fact]
    public async Task A_length_with_its_top_bit_set_is_closed_with_1002()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(new byte[] { 0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, (byte)'{', (byte)'}' });

        await client.ExpectCloseAsync(1002);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task A_frame_whose_length_is_written_longer_than_needed_is_taken_all_the_same(int form)
    {
        using var client = await fixture.ConnectAsync();

        var length = form == 2 ? LengthForm.TwoBytes : LengthForm.EightBytes;

        await client.SendAsync(RawFrame.OfText(ConformanceFixture.Ping).ToWire(form: length));
        await client.ExpectMessageAsync("pong");
        await client.SendAsync(RawFrame.Ping(1, 2).ToWire(form: length));
        await client.ExpectPongAsync([1, 2]);
    }
}
