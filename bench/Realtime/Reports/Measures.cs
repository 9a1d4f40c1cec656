using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Reports;

/// <summary>What was measured at each server, round by round, and every delivery that was checked.</summary>
internal sealed class Measures
{
    private readonly Dictionary<(string Server, Measure Measure), List<double>> values = [];
    private readonly Dictionary<string, Deliveries> deliveries = [];

    /// <summary>Notes one round's figure.</summary>
    public void Add(string server, Measure measure, double value)
    {
        if (!values.TryGetValue((server, measure), out var rounds))
            values.Add((server, measure), rounds = []);
        rounds.Add(value);
        Console.WriteLine($"  {measure.Scenario}, {measure.Name}: {MarkdownTable.Number(value, measure.Digits)}");
    }

    /// <summary>Notes what became of one measurement's messages.</summary>
    public void Add(string server, Deliveries come)
    {
        deliveries[server] = DeliveriesOf(server) + come;
        if (come.Lost + come.Disordered > 0)
            Console.WriteLine($"  of {come.Received} messages {come.Lost} lost, {come.Disordered} doubled or out of order");
    }

    public Deliveries DeliveriesOf(string server) => deliveries.GetValueOrDefault(server);

    public bool Has(Measure measure) => values.Keys.Any(key => key.Measure == measure);

    /// <summary>The median of the rounds; <c>null</c> where it was not measured.</summary>
    public double? MedianOf(string server, Measure measure)
    {
        if (!values.TryGetValue((server, measure), out var rounds))
            return null;
        var sorted = rounds.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
