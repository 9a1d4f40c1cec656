using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>The server's own pings, by which it finds out who is gone without a word. They go by the clock of the system.</summary>
public sealed class KeepAliveTests
{
    private static readonly Dictionary<string, string?> Often = new()
    {
        ["Realtime:KeepAliveInterval"] = "00:00:01",
        ["Realtime:KeepAliveTimeout"] = "00:00:01",
    };

    [Fact]
    public async Task Who_answers_no_ping_is_cut_off_and_who_does_stays()
    {
        await using var host = await RealtimeHost.StartAsync(Often);
        using var dead = await RawSocket.ConnectAsync(host, "dead");
        using var alive = await RawSocket.ConnectAsync(host, "alive");
        var answering = AnswerAsync(alive);

        // It hears the ping, and then nothing but the end: who is taken for dead is not told why.
        var last = await dead.ReadToEndAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 1, text: "the dead one is cleaned up");

        Assert.All(last, frame => Assert.Equal(9, frame.Opcode));
        Assert.NotEmpty(last);
        Assert.Equal(1, host.Status.TakeSnapshot().Node.Closed[1006]);
        await alive.SendAsync(RawFrame.OfText(ConformanceFixture.Ping));
        await alive.SendAsync(RawFrame.Close(1000));
        Assert.True(await answering, "The one that answers is served.");
    }

    [Fact]
    public async Task A_client_is_not_taken_for_dead_while_its_message_is_being_done()
    {
        await using var host = await RealtimeHost.StartAsync(Often);
        var gate = new TaskCompletionSource();
        host.Application.Watch = async (resume, _) =>
        {
            await gate.Task;
            return Progress.Of(resume, 1);
        };
        using var client = await RawSocket.ConnectAsync(host);
        await client.SendAsync(RawFrame.OfText("""{"type":"watch_resume","resume_id":"0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a"}"""));

        var ping = await client.ReceiveAsync();
        Assert.Equal(9, ping.Opcode);
        await client.SendAsync(RawFrame.Pong(ping.Payload));
        // There is another one only once the answer to the first has been seen.
        Assert.Equal(9, (await client.ReceiveAsync()).Opcode);
        gate.SetResult();
        RawFrame answer;
        do
            answer = await client.ReceiveAsync();
        while (answer.Opcode == 9);
        Assert.Contains("\"watching\"", answer.Text);
    }

    /// <returns>Whether a message was answered.</returns>
    private static async Task<bool> AnswerAsync(RawSocket client)
    {
        var answered = false;
        while (await client.TryReceiveAsync() is { } frame)
        {
            if (frame.Opcode == 9)
                await client.TrySendAsync(RawFrame.Pong(frame.Payload));
            answered |= frame.IsMessage && frame.Text.Contains("\"pong\"");
        }

        return answered;
    }
}
