using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;
using HotGigs.Bench.Realtime.Scenarios;
using HotGigs.Bench.Realtime.Servers;

var measures = new Measures();
var servers = new Dictionary<string, Func<BenchServer>>
{
    ["HotGigs"] = () => new HotGigsServer(),
    ["bare Kestrel"] = PeerServer.BareKestrel,
    ["SignalR"] = PeerServer.SignalR,
};
Measure[] rows = [Measure.IdleMemory, Measure.IdleCpu, Measure.StormNewP50, Measure.StormNewP99, Measure.StormP50, Measure.StormP99, Measure.SaturatedCpu, Measure.SaturatedRate, Measure.SaturatedMemory, Measure.SteadyCpu, Measure.SteadyP50, Measure.SteadyP99];
for (var round = 0; round < 3; round++)
{
    foreach (var (name, create) in servers)
    {
        Console.WriteLine($"round {round}: {name}");
        if (round == 0)
        {
            await using var idle = create();
            await idle.StartAsync();
            await IdleScenario.RunAsync(idle, name, 5000, TimeSpan.FromSeconds(30), measures);
        }
        await using var server = create();
        await server.StartAsync();
        await StormScenario.RunAsync(server, name, 1000, measures);
        await using var fleet = new Fleet(server);
        await fleet.ConnectAsync(1000, 50);
        await fleet.JoinAsync(RoomScenarios.Room);
        await RoomScenarios.SaturateAsync(server, name, fleet, TimeSpan.FromSeconds(5), measures);
        await RoomScenarios.SteadyAsync(server, name, fleet, TimeSpan.FromSeconds(5), measures);
    }
}
Console.WriteLine(MarkdownTable.Write(measures, [.. servers.Keys], rows));
