using System.Diagnostics;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Servers;

namespace HotGigs.Bench.Realtime.Load;

/// <summary>Many connections to one server, each of a user of its own.</summary>
/// <param name="server">Where they connect.</param>
/// <param name="prefix">What the names of its users begin with.</param>
/// <param name="receiveBuffer">Bytes that the network may keep for each; as the system has it unless given.</param>
internal sealed class Fleet(BenchServer server, string prefix = "user", int? receiveBuffer = null) : IAsyncDisposable
{
    /// <summary>The room that all of a fleet are in.</summary>
    public const string Room = "recruiters";

    /// <summary>In how many seconds each connection is kept alive once.</summary>
    private const int KeepAliveSeconds = 30;

    private readonly List<IClient> clients = [];
    private readonly CancellationTokenSource disposing = new();
    private Task keepingAlive = Task.CompletedTask;
    private volatile Audience? audience;

    public IReadOnlyList<IClient> Clients => clients;

    /// <summary>The name of a user, by their place in the fleet.</summary>
    public string UserAt(int index) => $"{prefix}-{index}";

    /// <summary>Opens its connections, so many of them at a time; to be called once.</summary>
    /// <returns>How long each took, from the first byte to the greeting.</returns>
    public async Task<Histogram> ConnectAsync(int count, int concurrency)
    {
        var times = new Histogram();
        var opened = new IClient[count];
        using var places = new SemaphoreSlim(concurrency);
        await Task.WhenAll(Enumerable.Range(0, count).Select(ConnectOneAsync));
        clients.AddRange(opened);
        keepingAlive = KeepAliveAsync();
        return times;

        async Task ConnectOneAsync(int index)
        {
            await places.WaitAsync();
            try
            {
                    var started = Stopwatch.GetTimestamp();
                opened[index] = await server.ConnectAsync(UserAt(index), (message, at) => Receive(index, message, at), receiveBuffer);
                times.Add(Stopwatch.GetTimestamp() - started);
            }
            finally
            {
                places.Release();
            }
        }
    }

    public Task JoinAsync(string room) => Parallel.ForEachAsync(
        clients, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (client, _) => await client.JoinAsync(room));

    /// <summary>Checks from now on what is received against <paramref name="next"/>.</summary>
    public void Watch(Audience? next) => audience = next;

    public async ValueTask DisposeAsync()
    {
        await disposing.CancelAsync();
        await keepingAlive;
        disposing.Dispose();
        await Parallel.ForEachAsync(
            clients, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (client, _) => await client.DisposeAsync());
        clients.Clear();
    }

    // A part of them each second: all at once would be a load of its own.
    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            for (var second = 0; await timer.WaitForNextTickAsync(disposing.Token); second++)
            {
                var part = clients.Where((one, index) => index % KeepAliveSeconds == second % KeepAliveSeconds);
                await Task.WhenAll(part.Where(one => !one.Ended.IsCompleted && !one.IsHeld).Select(one => one.KeepAliveAsync()));
            }
        }
        catch (OperationCanceledException)
        {
            // The fleet is disposed of.
        }
    }

    private void Receive(int receiver, ReadOnlySpan<byte> message, long at)
    {
        if (audience is { } current && server.TryRead(message, out var stamp))
            current.Receive(receiver, stamp, at);
    }
}
