using System.Net;

namespace HotGigs.Bench.Realtime.Clients;

/// <summary>A client on a <see cref="RawWebSocket"/>.</summary>
internal sealed class RawClient : IClient
{
    private readonly RawWebSocket socket;
    private readonly Dialect dialect;
    private readonly Action<ReadOnlySpan<byte>, long> receive;
    private volatile Expected? expected;
    private volatile TaskCompletionSource? stopped;

    private RawClient(RawWebSocket socket, Dialect dialect, Expected greeting, Action<ReadOnlySpan<byte>, long> receive)
    {
        this.socket = socket;
        this.dialect = dialect;
        this.receive = receive;
        expected = greeting;
        Ended = socket.ReadToEndAsync(Receive, () => stopped?.Task ?? Task.CompletedTask);
    }

    public int? ClosedWith => socket.ClosedWith;

    public bool IsHeld => stopped is not null;

    public Task Ended { get; }

    /// <summary>Connects and waits for the greeting.</summary>
    /// <param name="server">Where.</param>
    /// <param name="dialect">How to speak.</param>
    /// <param name="user">As whom.</param>
    /// <param name="receive">Gets each message that is not part of connecting or joining, and when it was read.</param>
    /// <param name="receiveBuffer">Bytes that the network may keep for this client; as the system has it unless given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RawClient> ConnectAsync(
        IPEndPoint server,
        Dialect dialect,
        string user,
        Action<ReadOnlySpan<byte>, long> receive,
        int? receiveBuffer = null,
        CancellationToken cancellationToken = default)
    {
        var socket = await RawWebSocket.ConnectAsync(server, dialect.Path(user), receiveBuffer, cancellationToken);
        var greeting = new Expected(dialect.Greeting);
        var client = new RawClient(socket, dialect, greeting, receive);
        if (dialect.Opening is { } opening)
            await socket.SendAsync(opening);
        await client.WaitAsync(greeting.Come, cancellationToken);
        return client;
    }

    public Task JoinAsync(string room) => AskAsync(dialect.Join(room), dialect.Joined);

    /// <summary>Says something and waits for a message that holds the answer.</summary>
    public async Task AskAsync(byte[] message, byte[] answer)
    {
        var asked = new Expected(answer);
        expected = asked;
        await socket.SendAsync(message);
        await WaitAsync(asked.Come, CancellationToken.None);
    }

    public Task KeepAliveAsync() => Task.CompletedTask;

    public void StopReading() => stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn()
    {
        var gate = stopped;
        stopped = null;
        gate?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        ReadOn();
        if (!Ended.IsCompleted)
        {
            try
            {
                await socket.CloseAsync();
                await Ended.WaitAsync(TimeSpan.FromSeconds(5));
            }
            catch (Exception gone) when (gone is System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException)
            {
                // Then without a good-bye.
            }
        }

        socket.Dispose();
    }

    private async Task WaitAsync(Task come, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(come, Ended).WaitAsync(TimeSpan.FromSeconds(60), cancellationToken) != come)
            throw new IOException($"The server closed the connection, with code {ClosedWith}.");
    }

    private void Receive(ReadOnlySpan<byte> frame, long at)
    {
        if (dialect.Separator is not { } separator)
        {
            ReceiveOne(frame, at);
            return;
        }

        int end;
        while ((end = frame.IndexOf(separator)) >= 0)
        {
            ReceiveOne(frame[..end], at);
            frame = frame[(end + 1)..];
        }
    }

    private void ReceiveOne(ReadOnlySpan<byte> message, long at)
    {
        if (expected is { } one && message.IndexOf(one.Text) >= 0)
        {
            expected = null;
            one.Arrive();
        }
        else if (message.Length < 20 && dialect.AnswerTo(message) is { } answer)
        {
            _ = socket.SendAsync(answer);
        }
        else
        {
            receive(message, at);
        }
    }

    private sealed class Expected(byte[] text)
    {
        private readonly TaskCompletionSource come = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public byte[] Text => text;

        public Task Come => come.Task;

        public void Arrive() => come.TrySetResult();
    }
}
