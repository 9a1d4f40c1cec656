using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>A peer: <c>POST /rooms/{room}</c> and <c>POST /users/{user}</c> send their body on.</summary>
/// <param name="command">Starts it; <c>{port}</c> stands for the port.</param>
/// <param name="folder">Where it runs, from the root of the repository.</param>
/// <param name="dialect">How it is spoken to.</param>
internal sealed class PeerServer(IReadOnlyList<string> command, string folder, Dialect dialect) : BenchServer
{
    public static PeerServer BareKestrel() => new(
        ["dotnet", Program("bench/Peers/BareKestrel", "HotGigs.Bench.BareKestrel"), "--urls", "http://127.0.0.1:{port}"], ".", new PlainDialect());

    public static PeerServer SignalR() => new(
        ["dotnet", Program("bench/Peers/SignalR", "HotGigs.Bench.SignalR"), "--urls", "http://127.0.0.1:{port}"], ".", new SignalRDialect());

    public static PeerServer Ws() => new(["node", "ws.mjs", "{port}"], "bench/Peers/node", new PlainDialect());

    public static PeerServer SocketIo() => new(["node", "socketio.mjs", "{port}"], "bench/Peers/node", new SocketIoDialect());

    public override async Task<IClient> ConnectAsync(string user, Action<ReadOnlySpan<byte>, long> receive, int? receiveBuffer = null) =>
        await RawClient.ConnectAsync(EndPoint, dialect, user, receive, receiveBuffer);

    public override HttpRequestMessage ToRoom(string room, Stamp stamp, int bytes = MessageBytes) =>
        Post($"/rooms/{room}", Body(room, stamp, bytes - dialect.Envelope));

    public override HttpRequestMessage ToUser(string user, Stamp stamp) =>
        Post($"/users/{user}", Body("-", stamp, MessageBytes - dialect.Envelope));

    public override Task WatchAsync(IReadOnlyList<IClient> clients, int resumes) => Task.CompletedTask;

    public override HttpRequestMessage Progress(Stamp stamp) => ToRoom(Fleet.Room, stamp);

    public override async Task<long?> CollectGarbageAsync() =>
        command[0] == "dotnet" ? await ManagedHeap.CollectAsync(Process.Id) : null;

    protected override Task<ServerProcess> LaunchAsync() => ServerProcess.StartAsync(
        [.. command.Select(part => part.Replace("{port}", $"{EndPoint.Port}", StringComparison.Ordinal))],
        Path.Combine(Root, folder),
        new Dictionary<string, string> { ["NODE_ENV"] = "production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        EndPoint);

    private static string Body(string room, Stamp stamp, int bytes)
    {
        var head = $$"""{"type":"room_message","room":"{{room}}","data":{"title":"{{stamp}}","message": """.TrimEnd() + '"';
        const string tail = "\",\"action_url\":null},\"timestamp\":\"2026-03-01T12:00:00.000Z\"}";
        return head + new string('x', Math.Max(1, bytes - head.Length - tail.Length)) + tail;
    }
}
