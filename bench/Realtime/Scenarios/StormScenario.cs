using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>All connect at the same moment: once as users that the server has never seen, and again, as after a restart of a proxy.</summary>
internal static class StormScenario
{
    public static async Task RunAsync(Subject subject)
    {
        await ConnectAllAsync(subject, Measure.StormNewP50, Measure.StormNewP99);
        await ConnectAllAsync(subject, Measure.StormP50, Measure.StormP99);
    }

    private static async Task ConnectAllAsync(Subject subject, Measure median, Measure high)
    {
        await using var fleet = new Fleet(subject.Server);
        var times = await fleet.ConnectAsync(subject.Options.Connections, subject.Options.Connections);
        subject.NoteLatency(median, high, times);
    }
}
