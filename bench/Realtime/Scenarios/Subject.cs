using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;
using HotGigs.Bench.Realtime.Servers;

namespace HotGigs.Bench.Realtime.Scenarios;

/// <summary>A running server that is measured, and where the results go.</summary>
/// <param name="Name">Its column in the table.</param>
/// <param name="Server">The server.</param>
/// <param name="Measures">The results.</param>
/// <param name="Options">How much to do.</param>
internal sealed record Subject(string Name, BenchServer Server, Measures Measures, BenchOptions Options)
{
    public void Note(Measure measure, double value) => Measures.Add(Name, measure, value);

    public void Note(Deliveries come) => Measures.Add(Name, come);

    /// <summary>Notes the server's processor time since it was <paramref name="before"/>, for each of so many messages.</summary>
    public void NoteCpu(Measure measure, TimeSpan before, long messages) =>
        Note(measure, (Server.Process.Cpu - before).TotalMicroseconds / messages);

    public void NoteLatency(Measure median, Measure high, Histogram times)
    {
        Note(median, times.At(0.5));
        Note(high, times.At(0.99));
    }
}
