using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Bench.FeedSize;

// How long a user's first page and count take with 10, 10,000 and 1,000,000 notifications in their feed: by HTTP, from
// a server on a SQLite file, all sizes in one run and in turn, so that a busy machine disturbs all of them alike.
const int Rounds = 300;
int[] sizes = [10, 10_000, 1_000_000];

await using var server = await FilledServer.StartAsync(sizes);
var paths = new Dictionary<string, Func<int, string>>
{
    ["first page"] = _ => "/api/notifications?limit=10",
    ["unread count"] = _ => "/api/notifications/unread-count",
    ["unread only"] = _ => "/api/notifications?unread_only=true&limit=10",
    ["one type"] = _ => "/api/notifications?type=candidate_shared&limit=10",
    ["sync of the last 5"] = size => $"/api/notifications/sync?since={size - 5}&epoch={server.EpochOf(size)}",
};

Console.WriteLine($"{"ms",-20}{string.Concat(sizes.Select(size => $"{size,12:N0} p50{"p99",9}"))}   p50 ratio to {sizes[0]}");
foreach (var (name, path) in paths)
{
    var times = sizes.ToDictionary(size => size, _ => new List<double>());
    for (var round = -20; round < Rounds; round++)
    {
        foreach (var size in sizes)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await server.ClientOf(size).GetAsync(new Uri(path(size), UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (round >= 0)
                times[size].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    foreach (var all in times.Values)
        all.Sort();
    var columns = string.Concat(sizes.Select(size => $"{At(times[size], 0.5),16:0.00}{At(times[size], 0.99),9:0.00}"));
    Console.WriteLine($"{name,-20}{columns}   {string.Join(" ", sizes.Select(size => $"{At(times[size], 0.5) / At(times[sizes[0]], 0.5):0.00}"))}");
}

static double At(List<double> sorted, double quantile) => sorted[(int)(quantile * (sorted.Count - 1))];
