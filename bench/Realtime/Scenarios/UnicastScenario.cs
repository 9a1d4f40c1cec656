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

    private const int WarmUp = 300;

    public static async Task RunAsync(Subject subject, Fleet fleet)
    {
        // What is compiled on its first calls, and once more when it is called often, is not what is measured.
        var warmUp = new Posting(subject, fleet);
        await LoadAsync(warmUp, () => warmUp.Sent < WarmUp);
        await subject.Server.Process.SettleAsync();
        var light = new Posting(subject, fleet);
        await Pace.RunAsync(LightPerSecond, subject.Options.Duration, light.SendAsync);
        subject.Note(await light.EndAsync());
        subject.NoteLatency(Measure.UnicastP50, Measure.UnicastP99, light.Latency);

        var full = new Posting(subject, fleet);
        var cpu = subject.Server.Process.Cpu;
        var watch = Stopwatch.StartNew();
        await LoadAsync(full, () => watch.Elapsed < subject.Options.Duration);
        var come = await full.EndAsync();
        subject.NoteCpu(Measure.UnicastCpu, cpu, come.Received);
        subject.Note(Measure.UnicastRate, come.Received / watch.Elapsed.TotalSeconds);
        subject.Note(come);
    }

    private static async Task LoadAsync(Posting posting, Func<bool> goesOn)
    {
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (goesOn())
                await posting.SendAsync(Stopwatch.GetTimestamp());
        }));
        await posting.EndAsync();
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

        public int Sent => Volatile.Read(ref sent);

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
