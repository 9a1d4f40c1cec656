namespace HotGigs.Bench.WritePath;

/// <summary>The group commit against the naive way.</summary>
internal static class ThroughputReport
{
    private const int Rounds = 2;
    private const int Singles = 300;

    /// <summary>Until what runs often has been compiled for good, on a busy machine too.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(Func<BenchDatabase> database)
    {
        await using var grouped = await BenchServer.StartAsync(database(), isNaive: false);
        await using var naive = await BenchServer.StartAsync(database(), isNaive: true);
        var (ours, theirs) = (new Workload(grouped), new Workload(naive));
        foreach (var workload in new[] { ours, theirs })
            await workload.SaturateAsync(64, WarmUp);

        Console.WriteLine("| producers | group commit: per s · CPU µs each | naive: per s · CPU µs each | rate | CPU |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var producers in new[] { 1, 8, 64 })
            {
                var one = await ours.SaturateAsync(producers, Time);
                var other = await theirs.SaturateAsync(producers, Time);
                Console.WriteLine(
                    $"| {producers} | {Figures(one)} | {Figures(other)} | {one.PerSecond / other.PerSecond:0.0} times | {other.CpuMicroseconds / one.CpuMicroseconds:0.0} times less |");
            }
        }

        Console.WriteLine();
        Console.WriteLine("| one alone, ms | p50 | p99 |");
        Console.WriteLine("|---|---|---|");
        for (var round = 0; round < Rounds; round++)
        {
            Print("group commit", await ours.SendSinglyAsync(Singles));
            Print("naive", await theirs.SendSinglyAsync(Singles));
        }

        Console.WriteLine();
    }

    private static string Figures(Throughput one) =>
        $"{one.PerSecond:#,0} · {one.CpuMicroseconds:#,0}{(one.Heard.OutOfLine == 0 ? "" : $" ({one.Heard.OutOfLine} out of order)")}";

    private static void Print(string name, List<double> times) =>
        Console.WriteLine($"| {name} | {times.At(0.5):0.0} | {times.At(0.99):0.0} |");
}

/// <summary>Quantiles of a sorted list.</summary>
internal static class Quantiles
{
    public static double At(this List<double> sorted, double quantile) => sorted[(int)(quantile * (sorted.Count - 1))];
}
