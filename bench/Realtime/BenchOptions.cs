using System.Globalization;

namespace HotGigs.Bench.Realtime;

/// <summary>What a run does, from its command line.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        dotnet run --project bench/Realtime -c Release -- [options]

          --servers NAMES      of hotgigs,bare,signalr,ws,socketio (all)
          --scenarios NAMES    of idle,storm,saturated,steady,unicast,progress,slow (all)
          --rounds N           rounds, of which the table has the medians (3)
          --seconds N          seconds of each scenario (3)
          --connections N      connections, and users (1000)
          --idle N             idle connections (5000)
          --quick              one round of one second with 2,000 idle connections
          --soak [N]           instead of all that: N connects and disconnects (200000)
        """;

    private static readonly string[] KnownServers = ["hotgigs", "bare", "signalr", "ws", "socketio"];
    private static readonly string[] KnownScenarios = ["idle", "storm", "saturated", "steady", "unicast", "progress", "slow"];

    public IReadOnlyList<string> Servers { get; private init; } = KnownServers;

    public IReadOnlyList<string> Scenarios { get; private init; } = KnownScenarios;

    public int Rounds { get; private init; } = 3;

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(3);

    public int Connections { get; private init; } = 1_000;

    public int IdleConnections { get; private init; } = 5_000;

    /// <summary>As long as all servers let pass between two pings, so that each connection has its one.</summary>
    public TimeSpan IdleWindow { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>Long enough to fill what the network keeps for a client, and what servers queue.</summary>
    public TimeSpan SlowDuration { get; private init; } = TimeSpan.FromSeconds(7);

    /// <summary>Connects and disconnects of the soak; 0 for the comparison.</summary>
    public int Soak { get; private init; }

    /// <summary>Whether everything is measured as the documentation says it was.</summary>
    public bool IsWhole => this == new BenchOptions();

    /// <exception cref="FormatException">An option is not known, or its value is not usable.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchOptions();
        for (var index = 0; index < args.Count; index++)
        {
            var value = index + 1 < args.Count && !args[index + 1].StartsWith('-') ? args[index + 1] : null;
            options = (args[index], value) switch
            {
                ("--quick", _) => options with
                {
                    Rounds = 1, Duration = TimeSpan.FromSeconds(1), IdleConnections = 2_000, IdleWindow = TimeSpan.FromSeconds(5),
                },
                ("--soak", null) => options with { Soak = 200_000 },
                (_, null) => throw new FormatException($"{args[index]} is not known, or lacks its value."),
                ("--soak", _) => options with { Soak = Number(value) },
                ("--servers", _) => options with { Servers = Names(value, KnownServers) },
                ("--scenarios", _) => options with { Scenarios = Names(value, KnownScenarios) },
                ("--rounds", _) => options with { Rounds = Number(value) },
                ("--seconds", _) => options with { Duration = TimeSpan.FromSeconds(Number(value)) },
                ("--connections", _) => options with { Connections = Number(value, atLeast: 100) },
                ("--idle", _) => options with { IdleConnections = Number(value) },
                _ => throw new FormatException($"{args[index]} is not known."),
            };
            if (value is not null && args[index] != "--quick")
                index++;
        }

        return options;
    }

    private static int Number(string text, int atLeast = 1) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast
            ? number
            : throw new FormatException($"'{text}' is not a number from {atLeast} on.");

    private static string[] Names(string text, IReadOnlyList<string> known)
    {
        var names = text.Split(',');
        return names.Except(known).FirstOrDefault() is { } stranger
            ? throw new FormatException($"'{stranger}' is not one of {string.Join(", ", known)}.")
            : [.. known.Where(names.Contains)];
    }
}
