using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace HotGigs.Client.Tests;

/// <summary>The server's end of one connection.</summary>
internal sealed class FakePeer(WebSocket socket, string authorization, string query)
{
    private readonly Channel<JsonElement> messages = Channel.CreateUnbounded<JsonElement>();

    public string Authorization => authorization;

    public string Query => query;

    /// <summary>How the client closed; <c>null</c> where it went without a word.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    public Task GreetAsync(string epoch, long seq, string more = "") => SendAsync(
        $$"""{"type":"connected","user_id":"ann","connection_id":"c","epoch":"{{epoch}}","seq":{{seq}},"unread_count":0,"ping_interval":30,"reconnect":{"base_delay_ms":3000,"max_attempts":5},"token_expires_in":3600{{more}}}""");

    /// <summary>Tells a notification with a number.</summary>
    public Task NotifyAsync(long seq) => SendAsync(Json.Notification(seq));

    public Task SendAsync(string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, Limits.Token());

    /// <summary>The next message of a type; what else comes is passed over.</summary>
    public async Task<JsonElement> ReceiveAsync(string type)
    {
        await foreach (var message in messages.Reader.ReadAllAsync(Limits.Token()))
        {
            if (message.GetProperty("type").ValueEquals(type))
                return message;
        }

        throw new InvalidOperationException($"The client left without '{type}'.");
    }

    /// <summary>Answers a message.</summary>
    public Task AnswerAsync(JsonElement message, string fields) =>
        SendAsync($$"""{{{fields}},"ref":{{message.GetProperty("id")}}}""");

    /// <summary>Answers the next sync by what the test says of the position.</summary>
    public async Task AnswerSyncAsync(Func<long, string> page)
    {
        var sync = await ReceiveAsync("sync");
        await AnswerAsync(sync, page(sync.GetProperty("since").GetInt64()));
    }

    public Task CloseAsync(int code, string reason = "") =>
        socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, Limits.Token());

    /// <summary>Is gone without a word.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Waits until the client is gone.</summary>
    public Task GoneAsync() => messages.Reader.Completion.WaitAsync(Limits.Deadline);

    internal async Task RunAsync(CancellationToken aborted)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, aborted) is { MessageType: not WebSocketMessageType.Close } part)
                messages.Writer.TryWrite(JsonElement.Parse(buffer.AsSpan(0, part.Count)));
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, aborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // By this side or by the other.
        }
        finally
        {
            messages.Writer.Complete();
        }
    }
}
