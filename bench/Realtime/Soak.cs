using System.Globalization;
using System.Text.Json;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Servers;

namespace HotGigs.Bench.Realtime;

/// <summary>
/// Connects and disconnects, over and over: each connection joins a room and watches a resume, and half of them go
/// without a word. Memory has to stay flat, and what the server counts has to settle at zero.
/// </summary>
internal sealed class Soak(int count) : IAsyncDisposable
{
    private const int Concurrency = 64;
    private const int Users = 1_000;
    private const int Samples = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private readonly HotGigsServer server = new();

    /// <returns>Whether everything settled at zero.</returns>
    public async Task<bool> RunAsync()
    {
        await server.StartAsync();
        var resume = (await server.BeginResumesAsync(1))[0];
        Console.WriteLine("| connects | resident MiB | the same after a collection | garbage-collected heap, MiB |\n|---:|---:|---:|---:|");
        for (var part = 1; part <= Samples; part++)
        {
            await Parallel.ForAsync(0, count / Samples, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (index, _) =>
            {
                var client = (HotGigsBenchClient)await server.ConnectAsync($"soak-{index % Users}", static (_, _) => { });
                await client.JoinAsync(Fleet.Room);
                await client.WatchAsync(resume);
                if (index % 2 == 0)
                    await client.DisposeAsync();
                else
                    await client.AbortAsync();
            });
            await ReportAsync(part * (count / Samples));
        }

        return await SettlesAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ReportAsync(int connects)
    {
        var resident = server.Process.ResidentKiB;
        var heap = await ManagedHeap.CollectAsync(server.Process.Id);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {connects:N0} | {resident / 1024.0:N0} | {server.Process.ResidentKiB / 1024.0:N0} | {heap / 1048576.0:N1} |"));
    }

    private async Task<bool> SettlesAsync()
    {
        using var limit = new CancellationTokenSource(Settling);
        while (true)
        {
            var status = JsonDocument.Parse(await server.Http.GetStringAsync("/ws/status", CancellationToken.None)).RootElement;
            var connections = status.GetProperty("active_connections").GetInt32();
            var rooms = status.GetProperty("rooms").EnumerateObject().Count();
            var watched = status.GetProperty("resume_watchers").EnumerateObject().Count();
            if ((connections, rooms, watched) == (0, 0, 0) || limit.IsCancellationRequested)
            {
                Console.WriteLine($"\nLeft: {connections} connections, {rooms} rooms, {watched} watched resumes.");
                return (connections, rooms, watched) == (0, 0, 0);
            }

            await Task.Delay(200, CancellationToken.None);
        }
    }
}
