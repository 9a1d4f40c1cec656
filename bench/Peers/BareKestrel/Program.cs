using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;

// What one would write first: a dictionary of sockets, and one SendAsync for each receiver. It starts all of them before
// it waits for any, so that one slow reader holds up whoever sends, but not the others.
var rooms = new ConcurrentDictionary<string, ConcurrentDictionary<WebSocket, bool>>();
var users = new ConcurrentDictionary<string, ConcurrentDictionary<WebSocket, bool>>();

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });

app.MapGet("/ws", async (HttpContext http, string user) =>
{
    using var socket = await http.WebSockets.AcceptWebSocketAsync();
    var memberships = new List<ConcurrentDictionary<WebSocket, bool>>();
    Enter(users, user);
    try
    {
        await SendAsync(socket, Encoding.UTF8.GetBytes("connected"));
        var buffer = new byte[1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                break;
            Enter(rooms, Encoding.UTF8.GetString(buffer, 0, part.Count));
            await SendAsync(socket, Encoding.UTF8.GetBytes("joined"));
        }
    }
    catch (WebSocketException)
    {
        // The client is gone.
    }

    foreach (var group in memberships)
        group.TryRemove(socket, out _);
    if (socket.State == WebSocketState.CloseReceived)
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    void Enter(ConcurrentDictionary<string, ConcurrentDictionary<WebSocket, bool>> groups, string name)
    {
        var group = groups.GetOrAdd(name, _ => new ConcurrentDictionary<WebSocket, bool>());
        group[socket] = true;
        memberships.Add(group);
    }
});
app.MapPost("/rooms/{name}", (string name, HttpRequest request) => PostAsync(rooms, name, request));
app.MapPost("/users/{name}", (string name, HttpRequest request) => PostAsync(users, name, request));
await app.RunAsync();

static async Task<IResult> PostAsync(
    ConcurrentDictionary<string, ConcurrentDictionary<WebSocket, bool>> groups, string name, HttpRequest request)
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    var message = body.ToArray();
    var pending = new List<Task>();
    if (groups.TryGetValue(name, out var group))
    {
        foreach (var (socket, _) in group)
        {
            var sending = SendAsync(socket, message);
            if (!sending.IsCompletedSuccessfully)
                pending.Add(sending.AsTask());
        }
    }

    await Task.WhenAll(pending);
    return Results.Accepted();
}

static async ValueTask SendAsync(WebSocket socket, byte[] message)
{
    try
    {
        await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }
    catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
    {
        // Its own loop removes it.
    }
}
