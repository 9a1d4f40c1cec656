using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>A thousand clients that lose their connection at once and come back at once, to the real server with its database.</summary>
public sealed class ReconnectStormTests
{
    private const int Clients = 1_000;
    private const int Users = 200;

    [Fact]
    public async Task All_are_served_and_in_step()
    {
        await using var server = await HotGigsServer.StartAsync();
        var registry = server.Services.GetRequiredService<ConnectionRegistry>();
        var tokens = Enumerable.Range(0, Users).Select(i => Tokens.Create($"storm-{i}", "recruiter")).ToArray();
        var clients = await ConnectAllAsync(server, tokens);
        Assert.Equal(Clients, registry.Count);

        foreach (var client in clients)
            client.Socket.Reset();
        // What happens while they are away.
        foreach (var user in Enumerable.Range(0, Users))
            await ShareAsync(server, $"storm-{user}");
        await Eventually.TrueAsync(() => registry.Count == 0, text: "all are gone");
        var again = await ConnectAllAsync(server, tokens);

        Assert.Equal(Clients, registry.Count);
        await Task.WhenAll(again.Select(client => RecoverAsync(client.Socket, client.Greeting)));
        foreach (var client in again)
            client.Socket.Reset();
        await Eventually.TrueAsync(() => registry.Count == 0, text: "all are gone again");
        var node = server.Services.GetRequiredService<IRealtimeStatus>().TakeSnapshot().Node;
        Assert.Equal(2 * Clients, node.Accepted);
        Assert.Equal(2 * Clients, node.Closed[1006]);
        Assert.Empty(server.Log.Errors.Select(entry => entry.ToString()));
    }

    private static Task<(RawSocket Socket, JsonElement Greeting)[]> ConnectAllAsync(HotGigsServer server, string[] tokens) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(async i =>
        {
            var socket = await RawSocket.OpenAsync(new Uri(server.Address, $"/ws/connect?token={tokens[i % Users]}"));
            return (socket, JsonElement.Parse((await socket.ExpectMessageAsync("connected")).Payload));
        }));

    private static async Task RecoverAsync(RawSocket socket, JsonElement greeting)
    {
        Assert.Equal(1, greeting.GetProperty("seq").GetInt64());
        await socket.SendAsync(RawFrame.OfText($$"""{"type":"sync","since":0,"epoch":"{{greeting.GetProperty("epoch").GetString()}}"}"""));
        var sync = JsonElement.Parse((await socket.ExpectMessageAsync("sync_result")).Payload);
        Assert.True(sync.GetProperty("recovered").GetBoolean());
        Assert.Equal(1, sync.GetProperty("seq").GetInt64());
        Assert.Equal(1, sync.GetProperty("notifications").GetArrayLength());
    }

    private static async Task ShareAsync(HotGigsServer server, string user)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new NotifyCandidateShared(user, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "Ada Example", "Sam Sharer", null, null));
    }
}
