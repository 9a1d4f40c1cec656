using System.Net.WebSockets;
using System.Text;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class MessageLimitTests
{
    private const int MaxBytes = 16 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task A_message_in_fragments_is_one_message(int fragment)
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await SendInFragmentsAsync(client, Padded(fragment == 1000 ? MaxBytes : 60), fragment);

        Assert.Equal("pong", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_message_at_the_limit_passes_and_one_byte_more_closes_with_1009()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await client.SendAsync(Padded(MaxBytes));
        Assert.Equal("pong", (await client.ReceiveAsync()).GetProperty("type").GetString());

        await client.SendAsync(Padded(MaxBytes + 1));
        Assert.Equal(1009, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Fragments_count_together()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        await SendInFragmentsAsync(client, Padded(MaxBytes + 1), 4096);

        Assert.Equal(1009, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_message_far_over_the_limit_still_gets_its_close_code()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        // More than the network buffers: whoever stopped reading it would never see it sent, nor be seen to close.
        await client.SendAsync(Padded(30_000_000));

        Assert.Equal(1009, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Invalid_UTF_8_closes_with_1007_and_hurts_nobody_else()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");

        await client.SendAsync(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' });

        Assert.Equal(1007, await client.ReadToCloseAsync());
        await other.ExpectNothingAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 1, text: "the broken one has ended");
    }

    [Fact]
    public async Task Twenty_malformed_messages_in_a_row_close_with_4400()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        for (var i = 0; i < 19; i++)
            await client.SendAsync("{");
        await client.SendAsync("""{"type":"teleport"}""");
        for (var i = 0; i < 20; i++)
            Assert.Equal("error", (await client.ReceiveAsync()).GetProperty("type").GetString());

        host.Clock.Advance(TimeSpan.FromSeconds(2));
        for (var i = 0; i < 20; i++)
            await client.SendAsync("{");

        Assert.Equal(4400, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task What_is_over_the_rate_is_refused_until_time_has_passed()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        for (var i = 0; i < 40; i++)
            await client.ExpectNothingAsync();
        await client.ExpectAsync(
            """{"type":"ping","id":"41"}""",
            """{"type":"error","message":"Too many messages. Slow down.","code":"rate_limited","retry_after_ms":50,"ref":"41"}""");

        host.Clock.Advance(TimeSpan.FromMilliseconds(50));
        await client.ExpectNothingAsync();
        await client.SendAsync("{");
        await client.ExpectAsync("""{"type":"error","message":"Too many messages. Slow down.","code":"rate_limited","retry_after_ms":50}""");
    }

    [Fact]
    public async Task A_hundred_over_the_rate_in_a_row_close_with_4429()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();

        for (var i = 0; i < 140; i++)
            await client.SendAsync("""{"type":"ping"}""");
        for (var i = 0; i < 139; i++)
            Assert.Equal(i < 40 ? "pong" : "error", (await client.ReceiveAsync()).GetProperty("type").GetString());

        Assert.Equal(4429, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_connection_watches_128_resumes_at_most()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MessageBurst"] = "1000" });
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 1));
        using var client = await host.ConnectAsync();
        var resumes = Enumerable.Range(0, 129).Select(_ => Guid.CreateVersion7(host.Clock.GetUtcNow())).ToArray();

        foreach (var resume in resumes[..128])
        {
            await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{resume}}"}""");
            await client.ReceiveAsync();
            await client.ReceiveAsync();
        }

        await client.ExpectAsync(
            $$"""{"type":"watch_resume","resume_id":"{{resumes[128]}}"}""",
            """{"type":"error","message":"resume_id: A connection may watch 128 resumes. Unwatch one first.","code":"validation_failed"}""");
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{resumes[0]}}"}""");
        Assert.Equal("watching", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal(128, host.Status.TakeSnapshot().ResumeWatchers.Count);
    }

    [Fact]
    public async Task A_connection_is_in_128_rooms_at_most()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MessageBurst"] = "1000" });
        using var client = await host.ConnectAsync();
        var rooms = Enumerable.Range(0, 129).Select(_ => $"candidate:{Guid.CreateVersion7(host.Clock.GetUtcNow())}").ToArray();

        foreach (var room in rooms[..128])
        {
            await client.ExpectAsync(
                $$"""{"type":"join_room","room":"{{room}}"}""", $$"""{"type":"joined_room","room":"{{room}}","message":"Joined room {{room}}"}""");
        }

        await client.ExpectAsync(
            $$"""{"type":"join_room","room":"{{rooms[128]}}"}""",
            """{"type":"error","message":"room: A connection may be in 128 rooms. Leave one first.","code":"validation_failed"}""");
        Assert.Equal(128, host.Status.TakeSnapshot().Rooms.Count);
    }

    private static string Padded(int bytes)
    {
        const string Frame = """{"type":"ping","padding":""}""";
        return Frame.Insert(Frame.Length - 2, new string('x', bytes - Frame.Length));
    }

    private static async Task SendInFragmentsAsync(TestClient client, string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i += size)
        {
            var part = bytes.AsMemory(i, Math.Min(size, bytes.Length - i));
            await client.SendAsync(part, WebSocketMessageType.Text, endOfMessage: i + size >= bytes.Length);
        }
    }
}
