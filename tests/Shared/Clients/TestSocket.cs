using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace HotGigs.Tests.Shared.Clients;

/// <summary>
/// A client's socket that keeps every frame it was sent. A test asks for the frames it is interested in; each is
/// handed out once, the others stay for later.
/// </summary>
public sealed class TestSocket : IAsyncDisposable
{
    private readonly ClientWebSocket socket;
    private readonly List<JsonElement> frames = [];
    private readonly List<JsonElement> unread = [];
    private readonly Task reading;
    private TaskCompletionSource arrival = NewSignal();
    private int pings;

    private TestSocket(ClientWebSocket socket)
    {
        this.socket = socket;
        reading = ReadAsync();
    }

    /// <summary>All frames so far, in the order they came.</summary>
    public IReadOnlyList<JsonElement> Frames
    {
        get
        {
            lock (frames)
                return [.. frames];
        }
    }

    /// <exception cref="WebSocketException">The handshake was refused.</exception>
    public static async Task<TestSocket> ConnectAsync(Uri server, string query = "", params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        try
        {
            using var limit = new CancellationTokenSource(Eventually.Deadline);
            await socket.ConnectAsync(AddressOf(server, query), limit.Token);
            return new TestSocket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks for a connection that is refused.</summary>
    /// <returns>The status of the refusal.</returns>
    public static async Task<System.Net.HttpStatusCode> RefusalAsync(Uri server, string query, params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        try
        {
            await socket.ConnectAsync(AddressOf(server, query), CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // As it should be.
        }

        return socket.HttpStatusCode;
    }

    public Task SendAsync(object message) => SendTextAsync(message as string ?? JsonSerializer.Serialize(message));

    public Task SendTextAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SendBytesAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        socket.SendAsync(bytes, type, true, CancellationToken.None);

    /// <summary>Sends a message and waits for the frame of the type that answers it.</summary>
    public async Task<JsonElement> AskAsync(object message, string answerType)
    {
        await SendAsync(message);
        return await NextAsync(answerType);
    }

    /// <summary>The earliest frame of a type that has not been handed out, waiting for it where it has not come.</summary>
    public async Task<JsonElement> NextAsync(string type, Func<JsonElement, bool>? matches = null, TimeSpan? deadline = null)
    {
        using var limit = new CancellationTokenSource(deadline ?? Eventually.Deadline);
        while (true)
        {
            Task more;
            lock (frames)
            {
                var index = unread.FindIndex(frame => frame.Text("type") == type && (matches is null || matches(frame)));
                if (index >= 0)
                {
                    var found = unread[index];
                    unread.RemoveAt(index);
                    return found;
                }

                more = arrival.Task;
            }

            if (reading.IsCompleted && more == arrival.Task)
                throw new InvalidOperationException($"The connection ended ({socket.CloseStatus}) without '{type}':\n{Seen()}");
            try
            {
                await more.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No '{type}' came in time:\n{Seen()}");
            }
        }
    }

    /// <summary>Waits until everything that was under way to this client has arrived: the answer to a ping comes after it.</summary>
    /// <returns>All frames of a type until then, handed out or not.</returns>
    public async Task<IReadOnlyList<JsonElement>> SettledAsync(string? type = null)
    {
        var id = $"settled-{Interlocked.Increment(ref pings)}";
        await SendAsync(new { type = "ping", id });
        await NextAsync("pong", pong => pong.TryGetProperty("ref", out var reference) && reference.ValueEquals(id));
        return [.. Frames.Where(frame => type is null || frame.Text("type") == type)];
    }

    /// <summary>Waits until the server has closed the connection.</summary>
    public async Task<(int? Code, string? Reason)> ClosedAsync()
    {
        await reading.WaitAsync(Eventually.Deadline);
        return ((int?)socket.CloseStatus, socket.CloseStatusDescription);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private static Uri AddressOf(Uri server, string query) => new($"ws://{server.Authority}/ws/connect?{query}");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Seen() => string.Join('\n', Frames);

    private async Task ReadAsync()
    {
        await Task.Yield();
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Keep(JsonElement.Parse(message.ToArray()));
                    message.SetLength(0);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is gone, by this side or by the other.
        }
        finally
        {
            Signal();
        }
    }

    private void Keep(JsonElement frame)
    {
        lock (frames)
        {
            frames.Add(frame);
            unread.Add(frame);
        }

        Signal();
    }

    private void Signal()
    {
        TaskCompletionSource arrived;
        lock (frames)
        {
            arrived = arrival;
            arrival = NewSignal();
        }

        arrived.SetResult();
    }
}
