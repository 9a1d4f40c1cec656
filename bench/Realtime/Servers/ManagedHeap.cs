using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>The garbage-collected memory of another .NET process, by the diagnostic port that each has.</summary>
internal static class ManagedHeap
{
    /// <summary>How long a collection gives memory back to the system afterwards.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>Has the process collect everything that is not in use.</summary>
    /// <returns>The bytes that are.</returns>
    public static async Task<long> CollectAsync(int processId)
    {
        var heap = await Task.Run(() => Collect(processId));
        await Task.Delay(Settling);
        return heap;
    }

    private static long Collect(int processId)
    {
        const ClrTraceEventParser.Keywords keywords = ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect;
        var provider = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)keywords);
        using var session = new DiagnosticsClient(processId).StartEventPipeSession(provider, requestRundown: false);
        using var events = new EventPipeEventSource(session.EventStream);
        var heap = 0L;
        var stopping = Task.CompletedTask;
        events.Clr.GCHeapStats += collected =>
        {
            heap = collected.TotalHeapSize;
            stopping = session.StopAsync(CancellationToken.None);
        };
        using var limit = new Timer(_ => session.StopAsync(CancellationToken.None), null, TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        events.Process();
        stopping.Wait(TimeSpan.FromSeconds(20));
        return heap;
    }
}
