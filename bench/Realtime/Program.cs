using HotGigs.Bench.Realtime;
using HotGigs.Bench.Realtime.Reports;

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

var contestants = Contestant.All.Where(one => options.Servers.Contains(one.Key)).ToList();
var measures = await new Comparison(options, contestants).RunAsync();
Console.WriteLine(MarkdownTable.Write(measures, [.. contestants.Select(one => one.Name)], Measure.All));
return contestants.Any(one => measures.DeliveriesOf(one.Name) is not { Lost: 0, Disordered: 0 }) ? 1 : 0;
