using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>
/// Resumes that everybody watches get on, one after the other, step by step. Values may be skipped, but none may go back,
/// and the last one of each has to come. The peers send a message to a room instead.
/// </summary>
internal static class ProgressScenario
{
    /// <summary>Steps that each goes through.</summary>
    public const int Steps = 6;

    public static async Task RunAsync(Subject subject, Fleet fleet)
    {
        var resumes = Math.Max(1, (int)(subject.Options.Duration.TotalSeconds * SteadyRoomScenario.PerSecond) / Steps);
        await subject.Server.WatchAsync(fleet.Clients, resumes);
        await subject.Server.Process.SettleAsync();

        var audience = new Audience(fleet.Clients.Count, resumes, latestOnly: true);
        fleet.Watch(audience);
        var cpu = subject.Server.Process.Cpu;
        var sent = 0;
        await Pace.RunAsync(SteadyRoomScenario.PerSecond, TimeSpan.FromSeconds((double)resumes * Steps / SteadyRoomScenario.PerSecond), at =>
        {
            var (resume, step) = Math.DivRem(sent++, Steps);
            return subject.Server.PostAsync(subject.Server.Progress(new Stamp(audience.Run, resume, step + 1, at)));
        });
        var come = await audience.WaitAsync((_, _) => Steps);
        subject.NoteCpu(Measure.ProgressCpu, cpu, (long)sent * audience.Receivers);
        subject.NoteLatency(Measure.ProgressP50, Measure.ProgressP99, audience.Latency);
        subject.Note(come);
    }
}
