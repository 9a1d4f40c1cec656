using System.Diagnostics;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>A room that all are in, as fast as it goes without anything getting lost.</summary>
internal static class SaturatedRoomScenario
{
    /// <summary>Broadcasts that are posted at a time.</summary>
    private const int Senders = 8;

    /// <summary>Broadcasts that may be on their way. Without a bound the server that takes them in fastest would seem the best.</summary>
    private const int Window = 64;

    public static async Task RunAsync(Subject subject, Fleet fleet)
    {
        await SaturateAsync(subject, fleet, TimeSpan.FromSeconds(1));
        await subject.Server.Process.SettleAsync();
        var cpu = subject.Server.Process.Cpu;
        var ownCpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var come = await SaturateAsync(subject, fleet, subject.Options.Duration);
        subject.NoteCpu(Measure.SaturatedCpu, cpu, come.Received);
        subject.Note(Measure.SaturatedClientCpu, (Environment.CpuUsage.TotalTime - ownCpu).TotalMicroseconds / come.Received);
        subject.Note(Measure.SaturatedRate, come.Received / watch.Elapsed.TotalSeconds);
        subject.Note(Measure.SaturatedMemory, subject.Server.Process.ResidentKiB / 1024.0);
        subject.Note(come);
    }

    private static async Task<Deliveries> SaturateAsync(Subject subject, Fleet fleet, TimeSpan duration)
    {
        var audience = new Audience(fleet.Clients.Count, Senders);
        fleet.Watch(audience);
        var watch = Stopwatch.StartNew();
        var total = 0;
        var sent = await Task.WhenAll(Enumerable.Range(0, Senders).Select(SendAsync));
        return await audience.WaitAsync((_, sender) => sent[sender]);

        async Task<int> SendAsync(int sender)
        {
            var number = 0;
            while (watch.Elapsed < duration)
            {
                if (Volatile.Read(ref total) - (audience.Received / audience.Receivers) >= Window)
                {
                    await Task.Delay(1);
                    continue;
                }

                Interlocked.Increment(ref total);
                var stamp = new Stamp(audience.Run, sender, ++number, Stopwatch.GetTimestamp());
                await subject.Server.PostAsync(subject.Server.ToRoom(Fleet.Room, stamp));
            }

            return number;
        }
    }
}
