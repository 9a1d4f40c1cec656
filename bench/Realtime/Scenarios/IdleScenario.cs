using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>What a connection costs that only stays open: memory, and the processor for keeping it alive.</summary>
internal static class IdleScenario
{
    /// <summary>Until .NET has compiled for good what connecting has called often: that is a cost of connecting.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    /// <summary>Takes a server that has just been started.</summary>
    public static async Task RunAsync(Subject subject)
    {
        var process = subject.Server.Process;
        var connections = subject.Options.IdleConnections;

        // The first connections load and compile what all of them share.
        await using (var first = new Fleet(subject.Server))
            await first.ConnectAsync(200, concurrency: 20);
        var heap = await subject.Server.CollectGarbageAsync();
        var memory = process.ResidentKiB;

        await using var fleet = new Fleet(subject.Server);
        await fleet.ConnectAsync(connections, concurrency: 100);
        await Task.Delay(Settling);
        var cpu = process.Cpu;
        await Task.Delay(subject.Options.IdleWindow);
        subject.Note(Measure.IdleCpu, (process.Cpu - cpu).TotalMicroseconds / subject.Options.IdleWindow.TotalSeconds / connections);
        subject.Note(Measure.IdleMemory, (process.ResidentKiB - memory) / (double)connections);
        if (await subject.Server.CollectGarbageAsync() is { } live)
            subject.Note(Measure.IdleHeap, (live - heap!.Value) / 1024.0 / connections);
    }
}
