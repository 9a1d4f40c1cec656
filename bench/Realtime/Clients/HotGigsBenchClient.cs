using System.Diagnostics;
using HotGigs.Client;

namespace HotGigs.Bench.Realtime.Clients;

/// <summary>A client on our own library.</summary>
internal sealed class HotGigsBenchClient : IClient
{
    private readonly HotGigsConnection connection;
    private readonly Action<ReadOnlySpan<byte>, long> receive;
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? stopped;

    private HotGigsBenchClient(HotGigsConnection connection, Action<ReadOnlySpan<byte>, long> receive)
    {
        this.connection = connection;
        this.receive = receive;
        Ended = ReadAsync();
    }

    public int? ClosedWith => connection.CloseCode;

    public bool IsHeld => stopped is not null;

    public Task Ended { get; }

    /// <summary>Connects and waits for the greeting.</summary>
    /// <param name="options">Where and as whom.</param>
    /// <param name="receive">Gets each frame after the greeting, and when it was read.</param>
    /// <exception cref="IOException">The server closed instead.</exception>
    public static async Task<HotGigsBenchClient> ConnectAsync(HotGigsConnectionOptions options, Action<ReadOnlySpan<byte>, long> receive)
    {
        var client = new HotGigsBenchClient(await HotGigsConnection.ConnectAsync(options), receive);
        if (await Task.WhenAny(client.greeted.Task, client.Ended).WaitAsync(TimeSpan.FromSeconds(60)) != client.greeted.Task)
            throw new IOException($"The server closed the connection, with code {client.ClosedWith}.");
        return client;
    }

    public Task JoinAsync(string room) => connection.JoinRoomAsync(room);

    public Task WatchAsync(Guid resumeId) => connection.WatchResumeAsync(resumeId);

    public async Task KeepAliveAsync()
    {
        try
        {
            await PingAsync();
        }
        catch (Exception gone) when (gone is HotGigsClosedException or TimeoutException)
        {
            // Whoever counts on the connection finds out.
        }
    }

    /// <summary>Asks where the user's feed stands.</summary>
    public Task<PongFrame> PingAsync() => connection.PingAsync();

    public void StopReading() => stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn()
    {
        var gate = stopped;
        stopped = null;
        gate?.SetResult();
    }

    /// <summary>Ends it without a word, as a device does that loses its network.</summary>
    public async Task AbortAsync()
    {
        connection.Abort();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ReadOn();
        if (!Ended.IsCompleted)
            await connection.CloseAsync();
        await connection.DisposeAsync();
        await Ended;
    }

    private async Task ReadAsync()
    {
        await foreach (var frame in connection.ReadFramesAsync())
        {
            if (stopped is { } gate)
                await gate.Task;
            if (!greeted.Task.IsCompleted && frame.Type == FrameTypes.Connected)
                greeted.SetResult();
            else
                receive(frame.Json.Span, Stopwatch.GetTimestamp());
        }
    }
}
