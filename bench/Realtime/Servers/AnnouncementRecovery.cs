using System.Text.Json;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Client;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>Recovery by an announcement that is kept: who could not read it gets it from the feed.</summary>
internal sealed class AnnouncementRecovery(HotGigsServer server) : IRecovery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string title = $"Announced {Guid.CreateVersion7():N}";
    private readonly Dictionary<string, FeedPosition> positions = [];

    public async Task BeginAsync(Fleet fleet)
    {
        // A feed in which nothing has ever happened has no position to go on from.
        await AnnounceAsync("Begin");
        for (var index = 0; index < fleet.Clients.Count; index++)
        {
            var pong = await ((HotGigsBenchClient)fleet.Clients[index]).PingAsync();
            positions.Add(fleet.UserAt(index), new FeedPosition(pong.Epoch!, pong.Seq!.Value));
        }
    }

    public Task StoreAsync() => AnnounceAsync(title);

    public async Task<int> CountRecoveredAsync() => (await Task.WhenAll(positions.Select(one => RecoversAsync(one.Key, one.Value)))).Count(found => found);

    private Task AnnounceAsync(string text) => server.PostAsync(
        HotGigsServer.Broadcast(Fleet.Room, JsonSerializer.Serialize(new { title = text, message = "To be kept", persist = true })));

    private async Task<bool> RecoversAsync(string user, FeedPosition position)
    {
        await using var client = HotGigsClient.Start(new HotGigsClientOptions
        {
            Server = server.Http.BaseAddress!,
            Token = server.TokenOf(user),
            Position = position,
        });
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var happened in client.ReadEventsAsync(patience.Token))
            {
                if (happened is FeedSynced synced)
                    return synced.Notifications.Count(one => one.Title == title) == 1;
                if (happened is FeedReset)
                    return false;
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing came.
        }

        return false;
    }
}
