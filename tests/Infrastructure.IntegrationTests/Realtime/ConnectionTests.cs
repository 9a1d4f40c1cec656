using System.Net.WebSockets;
using System.Text.Json;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_client_is_greeted_with_who_it_is_where_its_feed_stands_and_how_to_stay()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.OpenAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddMinutes(10));

        var frame = await client.ReceiveAsync();

        var id = frame.GetProperty("connection_id").GetGuid();
        Assert.Equal(7, id.Version);
        Assert.Equal(
            $$$"""{"type":"connected","user_id":"ann","message":"Connected to HotGigs notifications","connection_id":"{{{id}}}","epoch":"epoch-1","seq":7,"unread_count":3,"ping_interval":30,"reconnect":{"base_delay_ms":3000,"max_attempts":5},"token_expires_in":600}""",
            frame.GetRawText());
    }

    [Fact]
    public async Task The_original_environment_variables_reach_the_greeting()
    {
        await using var host = await RealtimeHost.StartAsync(new()
        {
            ["WS_PING_INTERVAL"] = "45",
            ["WS_RECONNECT_DELAY"] = "1500",
            ["WS_MAX_RECONNECT_ATTEMPTS"] = "9",
        });
        using var client = await host.OpenAsync();

        var frame = await client.ReceiveAsync();

        Assert.Equal(45, frame.GetProperty("ping_interval").GetInt32());
        Assert.Equal("""{"base_delay_ms":1500,"max_attempts":9}""", frame.GetProperty("reconnect").GetRawText());
    }

    [Fact]
    public async Task What_happens_before_the_greeting_follows_it()
    {
        await using var host = await RealtimeHost.StartAsync();
        var head = new TaskCompletionSource<FeedSnapshot>();
        host.Application.FeedHead = _ => head.Task;
        using var client = await host.OpenAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 1, text: "registered");

        await host.PublishAsync(new NotificationsReadUpTo("ann", 1, null, new FeedSnapshot("epoch-1", 8, 0, 0)));
        head.SetResult(new FeedSnapshot("epoch-1", 7, 3, 2));

        Assert.Equal("connected", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal(8, (await client.ReceiveAsync()).GetProperty("seq").GetInt64());
    }

    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task A_feed_that_cannot_be_read_closes_with_4503(Type failure)
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.FeedHead = _ => throw (Exception)Activator.CreateInstance(failure)!;
        using var client = await host.OpenAsync();

        Assert.Equal(4503, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_rejected_client_is_told_why()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.OpenAsync(path: "/rejected");

        Assert.Equal(4401, await client.ReceiveCloseAsync());
        Assert.Equal("The token is invalid.", client.Socket.CloseStatusDescription);
    }

    [Fact]
    public async Task The_eleventh_connection_of_a_user_is_closed_with_4409_until_one_of_the_others_ends()
    {
        await using var host = await RealtimeHost.StartAsync();
        var clients = new List<TestClient>();
        for (var i = 0; i < 10; i++)
            clients.Add(await host.ConnectAsync());

        using var eleventh = await host.OpenAsync();
        using var another = await host.ConnectAsync("bob");
        Assert.Equal(4409, await eleventh.ReceiveCloseAsync());
        await clients[0].ExpectNothingAsync();

        await clients[0].CloseAsync();
        await Eventually.TrueAsync(() => host.Registry.Count == 10, text: "one of Ann's has ended");
        using var twelfth = await host.ConnectAsync();

        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_and_forgotten()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.ExpectAsync("""{"type":"join_room","room":"recruiters"}""", """{"type":"joined_room","room":"recruiters","message":"Joined room recruiters"}""");

        await client.CloseAsync();

        Assert.Equal(WebSocketState.Closed, client.Socket.State);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.Socket.CloseStatus);
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "unregistered");
        Assert.Empty(host.Status.TakeSnapshot().Rooms);
    }

    [Fact]
    public async Task A_stopping_server_closes_everyone_with_1001_promptly()
    {
        await using var host = await RealtimeHost.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.ConnectAsync($"user-{i}")));

        var stopping = host.StopAsync();

        foreach (var client in clients)
        {
            Assert.Equal(1001, await client.ReceiveCloseAsync());
            client.Dispose();
        }

        await stopping.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Figures_settle_at_zero_however_connections_end()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (id, _) => Task.FromResult(Progress.Of(id, 1));
        var resume = Guid.CreateVersion7(host.Clock.GetUtcNow());

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            using var client = await host.ConnectAsync($"user-{i % 50}");
            await client.SendAsync("""{"type":"join_room","room":"recruiters"}""");
            await client.SendAsync(JsonSerializer.Serialize(new { type = "watch_resume", resume_id = resume }));
            await client.ReceiveAsync();
            await client.ReceiveAsync();
            await host.PublishAsync(Progress.Of(resume, i));
            if (i % 3 == 0)
                client.Socket.Abort();
            else if (i % 3 == 1)
                await client.CloseAsync();
            // Else disposed as it is: the connection just breaks.
        });

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "all have ended");
        var status = host.Status.TakeSnapshot();
        Assert.Equal(0, status.ActiveConnections);
        Assert.Empty(status.ActiveUsers);
        Assert.Empty(status.Rooms);
        Assert.Empty(status.ResumeWatchers);
    }
}
