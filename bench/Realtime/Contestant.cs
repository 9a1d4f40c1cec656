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
        new("ws", "ws", PeerServer.Ws),
        new("socketio", "Socket.IO", PeerServer.SocketIo),
    ];
}
