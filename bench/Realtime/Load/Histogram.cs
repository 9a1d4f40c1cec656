using System.Diagnostics;

namespace HotGigs.Bench.Realtime.Load;

/// <summary>Counts durations to 0.05 ms, up to 10 s; may be written from many threads.</summary>
internal sealed class Histogram
{
    private const int Steps = 200_000;
    private static readonly long TicksPerStep = Stopwatch.Frequency / 20_000;

    private readonly int[] counts = new int[Steps + 1];

    public void Add(long ticks) => Interlocked.Increment(ref counts[Math.Clamp(ticks / TicksPerStep, 0, Steps)]);

    /// <summary>The duration that a part of all stays below, in ms; <see cref="double.NaN"/> where there is none.</summary>
    public double At(double quantile)
    {
        var total = counts.Sum(count => (long)count);
        var left = (long)Math.Ceiling(total * quantile);
        for (var step = 0; step <= Steps && total > 0; step++)
        {
            left -= counts[step];
            if (left <= 0)
                return (step + 0.5) / 20;
        }

        return double.NaN;
    }
}
