using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HotGigs.Tests.Shared;

/// <summary>Waits for what happens in its own time, up to a deadline.</summary>
public static class Eventually
{
    /// <summary>Generous, because it is only ever waited for in full by a test that fails.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(40);

    /// <summary>Asks again and again until the answer is the one wanted.</summary>
    /// <returns>That answer.</returns>
    /// <exception cref="TimeoutException">It did not come; the last one is in the message.</exception>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> ask, Func<T, bool> wanted, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(wanted))] string condition = "")
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
                return answer;
            if (Stopwatch.GetElapsedTime(started) > (deadline ?? Deadline))
                throw new TimeoutException($"Not in time: {condition}. Last seen: {answer}");
            await Task.Delay(Interval);
        }
    }

    public static Task TrueAsync(
        Func<bool> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        GetAsync(() => Task.FromResult(condition()), holds => holds, deadline, text);
}
