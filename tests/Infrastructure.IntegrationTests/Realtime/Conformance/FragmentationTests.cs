namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 5.*: messages in fragments, with control frames in between.</summary>
public sealed class FragmentationTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    private const string Message = """{"type":"ping","id":"fragments"}""";

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(31)]
    public async Task Control_frames_between_fragments_are_answered_at_once(int size)
    {
        using var client = await fixture.ConnectAsync();
        var parts = Message.Chunk(size).Select(part => new string(part)).ToArray();

        for (var i = 0; i < parts.Length; i++)
        {
            await client.SendAsync(RawFrame.Of(i == 0 ? 1 : 0, [.. parts[i].Select(letter => (byte)letter)], i == parts.Length - 1));
            if (i < parts.Length - 1)
            {
                await client.SendAsync(RawFrame.Pong(1, 2, 3));
                await client.ExpectAliveAsync();
            }
        }

        Assert.Contains("\"ref\":\"fragments\"", (await client.ExpectMessageAsync("pong")).Text);
    }

    [Fact]
    public async Task Empty_fragments_change_nothing()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText("", isLast: false));
        await client.SendAsync(RawFrame.Continuation("", isLast: false));
        await client.SendAsync(RawFrame.Continuation(Message, isLast: false));
        await client.SendAsync(RawFrame.Continuation("", isLast: true));

        await client.ExpectMessageAsync("pong");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task A_control_frame_in_fragments_is_closed_with_1002(int opcode)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Of(opcode, [3, 232], isLast: false));

        await client.ExpectCloseAsync(1002);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_continuation_of_nothing_is_closed_with_1002(bool isLast)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Continuation(Message, isLast));

        await client.ExpectCloseAsync(1002);
    }

    [Fact]
    public async Task A_continuation_of_a_message_that_is_complete_is_closed_with_1002()
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync(RawFrame.OfText("""{"type":""", isLast: false));
        await client.SendAsync(RawFrame.Continuation("\"ping\"}", isLast: true));
        await client.ExpectMessageAsync("pong");

        await client.SendAsync(RawFrame.Continuation(Message, isLast: false));

        await client.ExpectCloseAsync(1002);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_that_begins_within_another_is_closed_with_1002(int opcode)
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync(RawFrame.OfText("""{"type":""", isLast: false));

        await client.SendAsync(RawFrame.Of(opcode, [.. "\"ping\"}"u8]));

        await client.ExpectCloseAsync(1002);
    }

    [Fact]
    public async Task A_message_that_never_ends_is_silence()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await RawSocket.ConnectAsync(host);
        await client.SendAsync(RawFrame.OfText("""{"type":""", isLast: false));
        await client.SendAsync(RawFrame.Continuation("", isLast: false));
        await client.ExpectAliveAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(75));

        await client.ExpectCloseAsync(4408);
    }
}
