using HotGigs.Bench.Realtime.Servers;

namespace HotGigs.Bench.Realtime;

/// <summary>A server that takes part.</summary>
/// <param name="Key">Its name on the command line.</param>
/// <param name="Name">Its column in the table.</param>
/// <param name="Create">A new one, not started.</param>
internal sealed record Contestant(string Key, string Name, Func<BenchServer> Create)
{
    public static readonly IReadOnlyList<Contestant> All =
    [
        new("hotgigs", "HotGigs", static () => new HotGigsServer()),
        new("bare", "bare Kestrel", PeerServer.BareKestrel),
        new("signalr", "SignalR", PeerServer.SignalR),
        new("ws", "ws", PeerServer.Ws) { ObstacleAsync = NodePackages.InstallAsync },
        new("socketio", "Socket.IO", PeerServer.SocketIo) { ObstacleAsync = NodePackages.InstallAsync },
    ];

    /// <summary>Prepares what it needs on this machine; says what keeps it from taking part, or <c>null</c>.</summary>
    public Func<Task<string?>> ObstacleAsync { get; init; } = static () => Task.FromResult<string?>(null);
}
