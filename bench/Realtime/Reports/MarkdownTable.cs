using System.Globalization;
using System.Text;

namespace HotGigs.Bench.Realtime.Reports;

/// <summary>One table: a row for each measure, a column for each server, and beside each figure its ratio to ours.</summary>
internal static class MarkdownTable
{
    public static string Write(Measures measures, IReadOnlyList<string> servers, IReadOnlyList<Measure> rows)
    {
        var text = new StringBuilder();
        text.Append("| |").AppendJoin("|", servers.Select(server => $" {server} ")).Append("|\n|---|");
        text.Append(string.Concat(Enumerable.Repeat("---:|", servers.Count))).Append('\n');
        foreach (var row in rows.Where(measures.Has))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Scenario}: {row.Name} |");
            foreach (var server in servers)
                text.Append(CultureInfo.InvariantCulture, $" {Cell(measures.MedianOf(server, row), measures.MedianOf(servers[0], row), row, server == servers[0])} |");
            text.Append('\n');
        }

        text.Append("| messages checked |").AppendJoin("|", servers.Select(server => Number(measures.DeliveriesOf(server).Received, 0))).Append("|\n");
        text.Append("| lost; doubled or out of order |")
            .AppendJoin("|", servers.Select(server => $" {measures.DeliveriesOf(server).Lost}; {measures.DeliveriesOf(server).Disordered} ")).Append("|\n");
        return text.ToString();
    }

    private static string Cell(double? value, double? ours, Measure row, bool isOurs)
    {
        if (value is not { } figure || double.IsNaN(figure))
            return "–";
        var number = Number(figure, row.Digits);
        return isOurs || ours is not > 0 ? number : $"{number} ({Number(figure / ours.Value, 2)})";
    }

    public static string Number(double value, int digits) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);
}
