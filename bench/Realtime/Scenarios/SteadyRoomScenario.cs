using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>A room that all are in, at an even rate that leaves time to spare.</summary>
internal static class SteadyRoomScenario
{
    /// <summary>To 1,000 connections, 20,000 deliveries a second.</summary>
    public const int PerSecond = 20;

    public static async Task RunAsync(Subject subject, Fleet fleet)
    {
        var audience = new Audience(fleet.Clients.Count, senders: 1);
        fleet.Watch(audience);
        var cpu = subject.Server.Process.Cpu;
        var sent = 0;
        await Pace.RunAsync(PerSecond, subject.Options.Duration, at =>
            subject.Server.PostAsync(subject.Server.ToRoom(Fleet.Room, new Stamp(audience.Run, 0, ++sent, at))));
        var come = await audience.WaitAsync((_, _) => sent);
        subject.NoteCpu(Measure.SteadyCpu, cpu, come.Received);
        subject.NoteLatency(Measure.SteadyP50, Measure.SteadyP99, audience.Latency);
        subject.Note(come);
    }
}
