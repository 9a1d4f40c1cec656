using System.Diagnostics;

namespace HotGigs.Bench.Realtime.Load;

/// <summary>Does something at an even rate, one after the other.</summary>
internal static class Pace
{
    /// <param name="perSecond">How often.</param>
    /// <param name="duration">For how long; twice that at most, if it takes longer than it may.</param>
    /// <param name="act">
    /// Gets the moment it stands for, in ticks of <see cref="Stopwatch"/>: now, or if the one before took too long, when
    /// it was due. Whoever waits for a server that falls behind would otherwise not see how far.
    /// </param>
    public static async Task RunAsync(int perSecond, TimeSpan duration, Func<long, Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        var step = Stopwatch.Frequency / perSecond;
        for (var count = 0; count < (int)(perSecond * duration.TotalSeconds) && Stopwatch.GetElapsedTime(start) < duration * 2; count++)
        {
            var due = start + (count * step);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            await act(wait > TimeSpan.Zero ? Stopwatch.GetTimestamp() : due);
        }
    }
}
