using System.Diagnostics;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>
/// Some of a room stop reading. In a room of their own they are sent so much that what the network keeps for them is soon
/// full; in the one they share with the others goes on what went on before. The others must not notice.
/// </summary>
internal static class SlowReadersScenario
{
    public const int SlowReaders = 50;

    private const string OwnRoom = "admins";
    private const int OwnRoomPerSecond = 25;

    /// <summary>Who send to that room at a time, so that POSTs that take long do not slow it down.</summary>
    private const int OwnRoomSenders = 4;

    private const int LargeBytes = 8_000;

    /// <summary>After this a POST that hangs is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Subject subject, Fleet others)
    {
        var server = subject.Server;
        await using var slow = new Fleet(server, "slow", receiveBuffer: 4096);
        await slow.ConnectAsync(SlowReaders, concurrency: 10);
        await slow.JoinAsync(Fleet.Room);
        await slow.JoinAsync(OwnRoom);
        var recovery = server.Recovery;
        if (recovery is not null)
            await recovery.BeginAsync(slow);
        foreach (var client in slow.Clients)
            client.StopReading();

        var memory = server.Process.ResidentKiB;
        var audience = new Audience(others.Clients.Count, senders: 1);
        others.Watch(audience);
        var posts = new Histogram();
        var sent = 0;
        var flooding = Task.WhenAll(Enumerable.Range(0, OwnRoomSenders).Select(_ => Pace.RunAsync(
            OwnRoomPerSecond, subject.Options.SlowDuration, _ => TryPostAsync(subject, server.ToRoom(OwnRoom, default, LargeBytes)))));
        var talking = Pace.RunAsync(SteadyRoomScenario.PerSecond, subject.Options.SlowDuration, async at =>
        {
            await TryPostAsync(subject, server.ToRoom(Fleet.Room, new Stamp(audience.Run, 0, ++sent, at)));
            posts.Add(Stopwatch.GetTimestamp() - at);
        });
        await Task.WhenAll(flooding, talking);

        subject.Note(await audience.WaitAsync((_, _) => sent));
        subject.NoteLatency(Measure.SlowP50, Measure.SlowP99, audience.Latency);
        subject.Note(Measure.SlowPostP99, posts.At(0.99));
        subject.Note(Measure.SlowMemory, (server.Process.ResidentKiB - memory) / 1024.0);
        if (recovery is not null)
            await recovery.StoreAsync();
        foreach (var client in slow.Clients)
            client.ReadOn();
        await Task.WhenAny(Task.WhenAll(slow.Clients.Select(client => client.Ended)), Task.Delay(Patience));
        subject.Note(Measure.SlowCut, slow.Clients.Count(client => client.Ended.IsCompleted));
        if (recovery is not null)
            subject.Note(Measure.SlowRecovered, await recovery.CountRecoveredAsync());
    }

    // One that hangs has been sent all the same, as far as it got.
    private static async Task TryPostAsync(Subject subject, HttpRequestMessage request)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await subject.Server.PostAsync(request, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Its time is noted by whoever waited.
        }
    }
}
