using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>The server's own pings, by which it finds out who is gone without a word.</summary>
public sealed class KeepAliveTests
{
    private static readonly Dictionary<string, string?> Often = new()
    {
        ["Realtime:KeepAliveInterval"] = "00:00:01",
        ["Realtime:KeepAliveTimeout"] = "00:00:01",
    };

    [Fact]
    public async Task Who_answers_no_ping_hears_nothing_but_the_end()
    {
        await using var host = await RealtimeHost.StartAsync(Often);
        using var dead = await RawSocket.ConnectAsync(host, "dead");
        var reading = dead.ReadToEndAsync();

        await Eventually.TrueAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return host.Registry.Count == 0;
            },
            text: "the dead one is cleaned up");

        Assert.Equal(9, Assert.Single(await reading).Opcode);
        Assert.Equal(1, host.Status.TakeSnapshot().Node.Closed[1006]);
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
        var connection = host.Registry.Users.All.Single();

        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var ping = await client.ReceiveAsync();
            Assert.Equal(9, ping.Opcode);
            await client.SendAsync(RawFrame.Pong(ping.Payload));
            await Eventually.TrueAsync(() => connection.HasAnsweredPing, text: "the pong was seen");
        }

        gate.SetResult();
        Assert.Contains("\"watching\"", (await client.ReceiveAsync()).Text);
    }
}
