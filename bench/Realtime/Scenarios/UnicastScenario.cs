using System.Diagnostics;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>
/// A POST for each message, to one user after the other: first few, for the latency, and then as many as it takes. Ours
/// stores a notification before it answers; the others pass a text on.
/// </summary>
internal static class UnicastScenario
{
    private const int LightPerSecond = 50;

    /// <summary>POSTs under way at a time under load.</summary>
    private const int Senders = 32;

    public static async Task RunAsync(Subject subject, Fleet fleet)
    {
        var light = new Posting(subject, fleet);
        await Pace.RunAsync(LightPerSecond, subject.Options.Duration, light.SendAsync);
        subject.Note(await light.EndAsync());
        subject.NoteLatency(Measure.UnicastP50, Measure.UnicastP99, light.Latency);

        var full = new Posting(subject, fleet);
        var cpu = subject.Server.Process.Cpu;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (watch.Elapsed < subject.Options.Duration)
                await full.SendAsync(Stopwatch.GetTimestamp());
        }));
        var come = await full.EndAsync();
        subject.NoteCpu(Measure.UnicastCpu, cpu, come.Received);
        subject.Note(Measure.UnicastRate, come.Received / watch.Elapsed.TotalSeconds);
        subject.Note(come);
    }

    /// <summary>Goes through the users in turn. With far more users than senders, no two ever send to the same one at a time.</summary>
    private sealed class Posting
    {
        private readonly Subject subject;
        private readonly Fleet fleet;
        private readonly Audience audience;
        private int sent;

        public Posting(Subject subject, Fleet fleet)
        {
            this.subject = subject;
            this.fleet = fleet;
            audience = new Audience(fleet.Clients.Count, senders: 1);
            fleet.Watch(audience);
        }

        public Histogram Latency => audience.Latency;

        public Task SendAsync(long at)
        {
            var (turn, receiver) = Math.DivRem(Interlocked.Increment(ref sent) - 1, audience.Receivers);
            return subject.Server.PostAsync(subject.Server.ToUser(fleet.UserAt(receiver), new Stamp(audience.Run, 0, turn + 1, at)));
        }

        public Task<Deliveries> EndAsync() =>
            audience.WaitAsync((receiver, _) => (sent / audience.Receivers) + (receiver < sent % audience.Receivers ? 1 : 0));
    }
}
