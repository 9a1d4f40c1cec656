using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>A client that reads only when a test says so, and never waits for ever.</summary>
internal sealed class TestClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly byte[] buffer = new byte[1 << 20];

    public ClientWebSocket Socket { get; } = new();

    public static async Task<TestClient> ConnectAsync(Uri address, IReadOnlyDictionary<string, string> headers)
    {
        var client = new TestClient();
        client.Socket.Options.KeepAliveInterval = TimeSpan.Zero;
        foreach (var (name, value) in headers)
            client.Socket.Options.SetRequestHeader(name, value);
        using var timeout = new CancellationTokenSource(Patience);
        await client.Socket.ConnectAsync(address, timeout.Token);
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(
        ReadOnlyMemory<byte> bytes, WebSocketMessageType type = WebSocketMessageType.Text, bool endOfMessage = true)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await Socket.SendAsync(bytes, type, endOfMessage, timeout.Token);
    }

    /// <summary>The next frame.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        var (result, length) = await ReceiveMessageAsync();
        Assert.True(
            result.MessageType == WebSocketMessageType.Text,
            $"Closed with {(int?)Socket.CloseStatus} ({Socket.CloseStatusDescription}) instead of a frame.");
        return JsonElement.Parse(buffer.AsSpan(0, length));
    }

    /// <summary>The next frame is this one; only the order of its fields and white space may differ.</summary>
    public async Task ExpectAsync(string json)
    {
        var frame = (await ReceiveAsync()).GetRawText();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(frame)), $"Expected: {json}\nActual: {frame}");
    }

    /// <summary>Sends a message and expects exactly this answer.</summary>
    public async Task ExpectAsync(string message, string answer)
    {
        await SendAsync(message);
        await ExpectAsync(answer);
    }

    /// <summary>Nothing has been sent to this client: a ping is answered by the very next frame.</summary>
    public async Task ExpectNothingAsync()
    {
        await SendAsync("""{"type":"ping"}""");
        Assert.Equal("pong", (await ReceiveAsync()).GetProperty("type").GetString());
    }

    /// <summary>Reads on to the close frame, answers it and tells its code.</summary>
    public async Task<int> ReceiveCloseAsync()
    {
        var code = await ReadToCloseAsync();
        await CloseAsync();
        return code;
    }

    /// <summary>Reads on to the close frame and tells its code, without an answer.</summary>
    public async Task<int> ReadToCloseAsync()
    {
        while ((await ReceiveMessageAsync()).Result.MessageType != WebSocketMessageType.Close)
        {
        }

        return (int)Socket.CloseStatus!;
    }

    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
    }

    public void Dispose() => Socket.Dispose();

    private async Task<(ValueWebSocketReceiveResult Result, int Length)> ReceiveMessageAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            var result = await Socket.ReceiveAsync(buffer.AsMemory(length), timeout.Token);
            length += result.Count;
            if (result.EndOfMessage)
                return (result, length);
        }
    }
}
