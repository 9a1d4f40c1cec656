using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>What a connection costs that only stays open: memory, and the processor for keeping it alive.</summary>
internal static class IdleScenario
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Takes a server that has just been started.</summary>
    public static async Task RunAsync(Subject subject)
    {
        var process = subject.Server.Process;
        var connections = subject.Options.IdleConnections;

        // The first connections load and compile what all of them share.
        await using (var first = new Fleet(subject.Server))
            await first.ConnectAsync(200, concurrency: 20);
        await subject.Server.CollectGarbageAsync();
        var memory = process.ResidentKiB;
        var cpu = process.Cpu;
        await Task.Delay(Settling);
        var withoutPerSecond = (process.Cpu - cpu) / Settling.TotalSeconds;

        await using var fleet = new Fleet(subject.Server);
        await fleet.ConnectAsync(connections, concurrency: 100);
        await Task.Delay(Settling);
        cpu = process.Cpu;
        await Task.Delay(subject.Options.IdleWindow);
        var withPerSecond = (process.Cpu - cpu) / subject.Options.IdleWindow.TotalSeconds;
        subject.Note(Measure.IdleCpu, (withPerSecond - withoutPerSecond).TotalMicroseconds / connections);

        subject.Note(Measure.IdleMemory, (process.ResidentKiB - memory) / (double)connections);
        await subject.Server.CollectGarbageAsync();
        subject.Note(Measure.IdleLiveMemory, (process.ResidentKiB - memory) / (double)connections);
    }
}
