using HotGigs.Bench.Realtime.Load;
using HotGigs.Bench.Realtime.Reports;
using HotGigs.Bench.Realtime.Scenarios;

namespace HotGigs.Bench.Realtime;

/// <summary>The same work at each server in turn, round after round, so that what else the machine does disturbs all of them alike.</summary>
internal sealed class Comparison(BenchOptions options, IReadOnlyList<Contestant> contestants)
{
    private readonly Measures measures = new();

    /// <param name="report">Gets what was measured so far, after each round.</param>
    public async Task<Measures> RunAsync(Func<int, Measures, Task> report)
    {
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                Console.WriteLine($"{contestant.Name}, round {round} of {options.Rounds}");
                // Memory differs little from round to round, and the pings take their time to come round.
                if (round == 1 && Does("idle"))
                    await WithServerAsync(contestant, IdleScenario.RunAsync);
                await WithServerAsync(contestant, RunLoadAsync);
            }

            await report(round, measures);
        }

        return measures;
    }

    private bool Does(string scenario) => options.Scenarios.Contains(scenario);

    private async Task WithServerAsync(Contestant contestant, Func<Subject, Task> run)
    {
        await using var server = contestant.Create();
        await server.StartAsync();
        await run(new Subject(contestant.Name, server, measures, options));
    }

    private async Task RunLoadAsync(Subject subject)
    {
        if (Does("storm"))
            await StormScenario.RunAsync(subject);
        await using var fleet = new Fleet(subject.Server);
        await fleet.ConnectAsync(options.Connections, concurrency: 50);
        await fleet.JoinAsync(Fleet.Room);
        if (Does("saturated"))
            await SaturatedRoomScenario.RunAsync(subject, fleet);
        if (Does("steady"))
            await SteadyRoomScenario.RunAsync(subject, fleet);
        if (Does("unicast"))
            await UnicastScenario.RunAsync(subject, fleet);
        if (Does("progress"))
            await ProgressScenario.RunAsync(subject, fleet);
        if (Does("slow"))
            await SlowReadersScenario.RunAsync(subject, fleet);
    }
}
