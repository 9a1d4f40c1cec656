using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 7.*: closing. The server answers a close with 1000 and ends the connection.</summary>
public sealed class CloseTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    public static TheoryData<int> Good => [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4440, 4999];

    public static TheoryData<int> Bad => [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_close_with_a_code_that_may_be_sent_is_answered(int code)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Close(code, "Bye κόσμε"));

        await client.ExpectCloseAsync(1000);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_close_with_a_code_that_may_not_be_sent_gets_1002(int code)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Close(code));

        await client.ExpectCloseAsync(1002);
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("03", 1002)]
    [InlineData("03E8FF", 1002)]
    [InlineData("03E8CEBAEDA080", 1002)]
    public async Task A_close_without_a_code_is_normal_and_one_that_cannot_be_read_is_not(string payload, int answer)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Of(8, Convert.FromHexString(payload)));

        await client.ExpectCloseAsync(answer);
    }

    [Fact]
    public async Task A_reason_may_have_123_bytes()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.Close(1000, new string('*', 123)));

        await client.ExpectCloseAsync(1000);
    }

    [Fact]
    public async Task What_comes_after_a_close_is_ignored()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(
            [.. RawFrame.Close(1000).ToWire(), .. RawFrame.Ping(1).ToWire(), .. RawFrame.OfText(ConformanceFixture.Ping).ToWire(), .. RawFrame.Close(1001).ToWire()]);

        var frames = await client.ReadToEndAsync();
        Assert.Equal(1000, Assert.Single(frames).CloseCode);
    }

    [Fact]
    public async Task A_close_within_a_message_ends_the_connection_without_it()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync([.. RawFrame.OfText(ConformanceFixture.Ping, isLast: false).ToWire(), .. RawFrame.Close(1000).ToWire(), .. RawFrame.Continuation("", isLast: true).ToWire()]);

        await client.ExpectCloseAsync(1000);
    }

    [Fact]
    public async Task What_was_asked_before_the_close_is_answered_before_it()
    {
        using var client = await fixture.ConnectAsync();
        var pings = Enumerable.Range(0, 20).SelectMany(i => RawFrame.OfText($$"""{"type":"ping","id":{{i}}}""").ToWire());

        await client.SendAsync([.. pings, .. RawFrame.Ping(9).ToWire(), .. RawFrame.Close(1000).ToWire()]);

        var frames = await client.ReadToEndAsync();
        Assert.Equal(20, frames.Count(frame => frame.IsMessage));
        Assert.Equal([9], frames.Single(frame => frame.Opcode == 10).Payload);
        Assert.Equal(1000, frames[^1].CloseCode);
    }

    [Fact]
    public async Task What_is_queued_is_sent_before_a_close_of_either_side()
    {
        foreach (var isOurs in new[] { true, false })
        {
            await using var host = await RealtimeHost.StartAsync();
            using var client = await RawSocket.ConnectAsync(host, receiveBuffer: 4096);
            var connection = host.Registry.Users.All.Single();
            for (var i = 0; i < 900; i++)
                connection.Enqueue(MembershipFrames.JoinedRoom($"{i}-{new string('x', 500)}", default));

            if (isOurs)
                connection.Close(Infrastructure.Realtime.CloseCode.GoingAway, "Bye.");
            else
                await client.SendAsync(RawFrame.Close(1000));

            var frames = await client.ReadToEndAsync();
            Assert.Equal(Enumerable.Range(0, 900), frames.SkipLast(1).Select(frame => int.Parse(frame.Text.Split("\"room\":\"")[1].Split('-')[0], null)));
            Assert.Equal(isOurs ? 1001 : 1000, frames[^1].CloseCode);
        }
    }

    [Fact]
    public async Task What_a_client_sends_instead_of_answering_a_close_is_not_done()
    {
        await using var host = await RealtimeHost.StartAsync();
        var done = 0;
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, ++done));
        using var client = await RawSocket.ConnectAsync(host);
        host.Registry.Users.All.Single().Close(Infrastructure.Realtime.CloseCode.Unauthenticated, "The token has expired.");
        Assert.Equal(4401, (await client.ReceiveAsync()).CloseCode);

        for (var i = 0; i < 3; i++)
            await client.SendAsync(RawFrame.OfText("""{"type":"watch_resume","resume_id":"0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a"}"""));
        await client.SendAsync(RawFrame.Close(1000));

        Assert.Null(await client.TryReceiveAsync());
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "ended");
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task A_client_that_only_stops_sending_is_cleaned_up()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await RawSocket.ConnectAsync(host);

        client.TryEndSending();

        var frames = await client.ReadToEndAsync();
        Assert.All(frames, frame => Assert.Equal(8, frame.Opcode));
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "ended");
        Assert.Equal(1, host.Status.TakeSnapshot().Node.Closed[1006]);
    }
}
