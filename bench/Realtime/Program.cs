using HotGigs.Bench.Realtime;
using HotGigs.Bench.Realtime.Reports;
using HotGigs.Bench.Realtime.Servers;

// Compares the server with others at the same work, all on this machine; or, with --soak, has it take connects and
// disconnects until a leak would show.
BenchOptions options;
try
{
    options = BenchOptions.Parse(args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\n\n{BenchOptions.Usage}");
    return 2;
}

if (options.Soak > 0)
{
    await using var soak = new Soak(options.Soak);
    return await soak.RunAsync() ? 0 : 1;
}

var contestants = new List<Contestant>();
foreach (var one in Contestant.All.Where(one => options.Servers.Contains(one.Key)))
{
    if (await one.ObstacleAsync() is { } obstacle)
        Console.WriteLine($"{one.Name} is skipped: {obstacle}");
    else
        contestants.Add(one);
}

var measures = await new Comparison(options, contestants).RunAsync(async (rounds, measured) =>
{
    var results = PerformancePage.Circumstances(options, rounds)
        + MarkdownTable.Write(measured, [.. contestants.Select(one => one.Name)], Measure.All);
    Console.WriteLine(results);
    if (options.IsWhole)
        await PerformancePage.WriteAsync(BenchServer.Root, results);
});
return contestants.Any(one => measures.DeliveriesOf(one.Name) is not { Lost: 0, Disordered: 0 }) ? 1 : 0;
