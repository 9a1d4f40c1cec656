using System.Diagnostics;

namespace HotGigs.Bench.WritePath;

/// <summary>What is done to a server, and what it took.</summary>
internal sealed class Workload(BenchServer server)
{
    private long delivered;

    /// <summary>Producers that each send one notification after the other for a while.</summary>
    public async Task<Throughput> SaturateAsync(int producers, TimeSpan time)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var sent = await Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++)
                await server.NotifyAsync();
            return count;
        })));
        var heard = await HearAsync(sent.Sum());
        return new Throughput(sent.Sum(), Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu, heard);
    }

    /// <summary>One notification after the other, nothing else going on.</summary>
    /// <returns>How long each took in milliseconds, shortest first.</returns>
    public async Task<List<double>> SendSinglyAsync(int count)
    {
        var times = new List<double>(count);
        while (times.Count < count)
            times.Add(await TimeOneAsync());
        await HearAsync(count);
        times.Sort();
        return times;
    }

    /// <summary>Single notifications every 20 ms, whether or not the one before is stored, for as long as something else goes on.</summary>
    /// <returns>How long each took in milliseconds, shortest first.</returns>
    public async Task<List<double>> SendSteadilyAsync(Task meanwhile, int atLeast = 0)
    {
        var singles = new List<Task<double>>();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!meanwhile.IsCompleted || singles.Count < atLeast)
        {
            await beat.WaitForNextTickAsync();
            singles.Add(Task.Run(TimeOneAsync));
        }

        var times = (await Task.WhenAll(singles)).ToList();
        times.Sort();
        return times;
    }

    /// <summary>Waits for what was just stored to be delivered.</summary>
    /// <exception cref="InvalidOperationException">Something was lost, or came twice.</exception>
    public async Task<Heard> HearAsync(int more)
    {
        delivered += more;
        var heard = await server.Listeners.HearAsync(delivered);
        return heard.Frames == delivered
            ? heard
            : throw new InvalidOperationException($"{delivered} notifications were stored, {heard.Frames} were delivered.");
    }

    private async Task<double> TimeOneAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await server.NotifyAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

/// <summary>How much was stored and delivered.</summary>
/// <param name="Count">Notifications.</param>
/// <param name="Time">From the first that was sent to the last that was received.</param>
/// <param name="Cpu">What the server and its producers spent, by the process's own accounting.</param>
/// <param name="Heard">What the listeners say.</param>
internal sealed record Throughput(int Count, TimeSpan Time, TimeSpan Cpu, Heard Heard)
{
    public double PerSecond => Count / Time.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Count;
}
