namespace HotGigs.Bench.Realtime.Reports;

/// <summary>Something that is measured: a row of the table.</summary>
/// <param name="Scenario">The work it was measured at.</param>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Digits">Digits after the point.</param>
internal sealed record Measure(string Scenario, string Name, int Digits)
{
    public static readonly Measure IdleMemory = new("idle", "KiB per connection", 1);
    public static readonly Measure IdleHeap = new("idle", "of it in use on the garbage-collected heap, KiB", 1);
    public static readonly Measure IdleCpu = new("idle", "CPU µs/s per connection", 2);
    public static readonly Measure StormNewP50 = new("connect storm, new users", "p50 ms", 0);
    public static readonly Measure StormNewP99 = new("connect storm, new users", "p99 ms", 0);
    public static readonly Measure StormP50 = new("connect storm", "p50 ms", 0);
    public static readonly Measure StormP99 = new("connect storm", "p99 ms", 0);
    public static readonly Measure SaturatedCpu = new("room, saturated", "CPU µs per message", 2);
    public static readonly Measure SaturatedClientCpu = new("room, saturated", "the load generator's own CPU µs per message", 2);
    public static readonly Measure SaturatedRate = new("room, saturated", "messages/s", 0);
    public static readonly Measure SaturatedMemory = new("room, saturated", "resident MiB", 0);
    public static readonly Measure SteadyCpu = new("room, steady", "CPU µs per message", 2);
    public static readonly Measure SteadyP50 = new("room, steady", "p50 ms", 1);
    public static readonly Measure SteadyP99 = new("room, steady", "p99 ms", 1);
    public static readonly Measure UnicastCpu = new("unicast", "CPU µs per message", 0);
    public static readonly Measure UnicastRate = new("unicast", "messages/s", 0);
    public static readonly Measure UnicastP50 = new("unicast, light load", "p50 ms", 1);
    public static readonly Measure UnicastP99 = new("unicast, light load", "p99 ms", 1);
    public static readonly Measure ProgressCpu = new("progress", "CPU µs per update and watcher", 2);
    public static readonly Measure ProgressP50 = new("progress", "p50 ms", 1);
    public static readonly Measure ProgressP99 = new("progress", "p99 ms", 1);
    public static readonly Measure SlowP50 = new("slow readers", "p50 ms of the others", 1);
    public static readonly Measure SlowP99 = new("slow readers", "p99 ms of the others", 1);
    public static readonly Measure SlowPostP99 = new("slow readers", "p99 ms of a POST", 1);
    public static readonly Measure SlowMemory = new("slow readers", "MiB more", 0);
    public static readonly Measure SlowCut = new("slow readers", "cut off, of 50", 0);
    public static readonly Measure SlowRecovered = new("slow readers", "recovered, of 50", 0);

    /// <summary>The rows in their order.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        IdleMemory, IdleHeap, IdleCpu, StormNewP50, StormNewP99, StormP50, StormP99,
        SaturatedCpu, SaturatedClientCpu, SaturatedRate, SaturatedMemory, SteadyCpu, SteadyP50, SteadyP99,
        UnicastCpu, UnicastRate, UnicastP50, UnicastP99, ProgressCpu, ProgressP50, ProgressP99,
        SlowP50, SlowP99, SlowPostP99, SlowMemory, SlowCut, SlowRecovered,
    ];
}
