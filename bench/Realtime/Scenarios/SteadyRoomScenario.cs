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
        await SendAsync(subject, fleet, TimeSpan.FromSeconds(1));
        await subject.Server.Process.SettleAsync();
        var cpu = subject.Server.Process.Cpu;
        var (audience, come) = await SendAsync(subject, fleet, subject.Options.Duration);
        subject.NoteCpu(Measure.SteadyCpu, cpu, come.Received);
        subject.NoteLatency(Measure.SteadyP50, Measure.SteadyP99, audience.Latency);
        subject.Note(come);
    }

    private static async Task<(Audience Audience, Deliveries Come)> SendAsync(Subject subject, Fleet fleet, TimeSpan duration)
    {
        var audience = new Audience(fleet.Clients.Count, senders: 1);
        fleet.Watch(audience);
        var sent = 0;
        await Pace.RunAsync(PerSecond, duration, at =>
            subject.Server.PostAsync(subject.Server.ToRoom(Fleet.Room, new Stamp(audience.Run, 0, ++sent, at))));
        return (audience, await audience.WaitAsync((_, _) => sent));
    }
}
