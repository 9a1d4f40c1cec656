using System.Net;
using System.Reflection;
using System.Text;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>One of the servers that are compared, running, and how it is made to do the same as the others.</summary>
internal abstract class BenchServer : IAsyncDisposable
{
    /// <summary>The size of a message in a room as it goes over the WebSocket, in bytes.</summary>
    public const int MessageBytes = 265;

    protected BenchServer()
    {
        EndPoint = ServerProcess.FreeEndPoint();
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = new Uri($"http://{EndPoint}") };
    }

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Metadata("Root");

    /// <summary>The process; there once it has been started.</summary>
    public ServerProcess Process { get; private set; } = null!;

    public IPEndPoint EndPoint { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task StartAsync() => Process = await LaunchAsync();

    /// <summary>Opens a connection of a user and waits for its greeting.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="receive">Gets what it receives, and when that was read.</param>
    /// <param name="receiveBuffer">Bytes that the network may keep for it; as the system has it unless given.</param>
    public abstract Task<IClient> ConnectAsync(string user, Action<ReadOnlySpan<byte>, long> receive, int? receiveBuffer = null);

    /// <summary>Sends a POST and checks that the server took it.</summary>
    public async Task PostAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using (request)
        using (var answer = await Http.SendAsync(request, cancellationToken))
            answer.EnsureSuccessStatusCode();
    }

    /// <summary>The POST that sends a message of so many bytes to a room.</summary>
    public abstract HttpRequestMessage ToRoom(string room, Stamp stamp, int bytes = MessageBytes);

    /// <summary>The POST that sends a message to one user.</summary>
    public abstract HttpRequestMessage ToUser(string user, Stamp stamp);

    /// <summary>Has connections be told of resumes, numbered from 0.</summary>
    public abstract Task WatchAsync(IReadOnlyList<IClient> clients, int resumes);

    /// <summary>The POST that says that a resume, the stamp's sender, has come to a step, the stamp's number.</summary>
    public abstract HttpRequestMessage Progress(Stamp stamp);

    /// <summary>Reads what a message was stamped with.</summary>
    public virtual bool TryRead(ReadOnlySpan<byte> message, out Stamp stamp) => Stamp.TryFind(message, out stamp);

    /// <summary>What shows that nothing is lost for who was away; <c>null</c> for a server that keeps nothing.</summary>
    public virtual IRecovery? Recovery => null;

    /// <summary>Has it collect all garbage.</summary>
    /// <returns>The bytes that are in use; <c>null</c> for what is not .NET.</returns>
    public abstract Task<long?> CollectGarbageAsync();

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (Process is not null)
            await Process.DisposeAsync();
    }

    protected abstract Task<ServerProcess> LaunchAsync();

    /// <summary>The program of a project of this solution, as it was built together with this one.</summary>
    protected static string Program(string project, string assembly) =>
        Path.Combine(Root, project, "bin", Metadata("Configuration"), "net10.0", $"{assembly}.dll");

    protected static HttpRequestMessage Post(string path, string json, string contentType = "application/json") =>
        new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, contentType) };

    private static string Metadata(string key) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == key).Value!;
}
