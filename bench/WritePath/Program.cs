using System.Globalization;
using HotGigs.Bench.WritePath;

// How many notifications are stored and delivered each second, what one costs, and how long one takes: by the server's
// group commit, and by the naive way, in turn and in one run, so that a busy machine disturbs both alike.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Listeners.Command, var server, var recipients])
{
    await new ListenerProgram(new Uri(server)).RunAsync(int.Parse(recipients, CultureInfo.InvariantCulture));
    return;
}

// For a profiler: the group commit alone, with 64 producers for this many seconds.
if (args is ["saturate", var seconds])
{
    await using var grouped = await BenchServer.StartAsync(BenchDatabase.All().First()(), isNaive: false);
    var saturated = await new Workload(grouped).SaturateAsync(64, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
    Console.WriteLine($"{saturated.PerSecond:#,0} per s, {saturated.CpuMicroseconds:#,0} µs CPU each");
    return;
}

foreach (var database in BenchDatabase.All())
{
    await ThroughputReport.RunAsync(database);
    await AnnouncementReport.RunAsync(database);
}
