using System.Globalization;
using System.Runtime.InteropServices;

namespace HotGigs.Bench.Realtime.Reports;

/// <summary>The part of <c>docs/performance.md</c> that each whole run writes anew.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- written by bench/Realtime: begin -->\n";
    private const string End = "<!-- written by bench/Realtime: end -->\n";

    public static async Task WriteAsync(string root, string results)
    {
        var path = Path.Combine(root, "docs", "performance.md");
        var page = await File.ReadAllTextAsync(path);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, $"{page[..begin]}{results}{page[end..]}");
    }

    /// <summary>Where and when it was measured.</summary>
    public static string Circumstances(BenchOptions options, int rounds)
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[2];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores ({processor}), {memory} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; mean load in the last 15 minutes {load}. {options.Connections:N0} connections, {options.IdleConnections:N0} where idle; {rounds} rounds of {options.Duration.TotalSeconds:N0} s.\n\n");
    }
}
