using System.Text.Json;
using HotGigs.Tests.Shared;
using Microsoft.Playwright;

namespace HotGigs.EndToEnd.Tests;

/// <summary>What a tab's main thread is kept busy with, as the browser's own tracing sees it.</summary>
internal static class MainThread
{
    /// <summary>
    /// The longest single task while something goes on, in milliseconds of the thread's own time on the processor: a frame
    /// cannot be shown before its task is over. Wall time would measure whatever else this machine is doing.
    /// </summary>
    public static async Task<double> LongestTaskAsync(IPage page, Func<Task> action)
    {
        var events = new List<JsonElement>();
        var isOver = false;
        var tracing = await page.Context.NewCDPSessionAsync(page);
        tracing.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value").EnumerateArray());
        tracing.Event("Tracing.tracingComplete").OnEvent += (_, _) => isOver = true;
        await tracing.SendAsync("Tracing.start", new Dictionary<string, object> { ["categories"] = "toplevel" });
        await action();
        await tracing.SendAsync("Tracing.end");
        await Eventually.TrueAsync(() => isOver);
        await tracing.DetachAsync();

        var mainThreads = events
            .Where(one => one.Text("name") == "thread_name" && one.Field("args").Text("name") == "CrRendererMain")
            .Select(ThreadOf).ToHashSet();
        var tasks = events.Where(one => one.Text("name")!.EndsWith("RunTask", StringComparison.Ordinal) && one.Has("tdur") && mainThreads.Contains(ThreadOf(one))).ToList();
        Assert.True(tasks.Count > 10, $"Only {tasks.Count} tasks were seen.");
        return tasks.Max(task => task.Number("tdur")) / 1000.0;
    }

    private static (long Process, long Thread) ThreadOf(JsonElement one) => (one.Number("pid"), one.Number("tid"));
}
