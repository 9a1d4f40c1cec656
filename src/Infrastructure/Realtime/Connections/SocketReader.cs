using System.Buffers;
using System.Net.WebSockets;
using System.Text.Unicode;
using HotGigs.Infrastructure.Realtime.Messages;

namespace HotGigs.Infrastructure.Realtime.Connections;

internal enum ReceivedKind
{
    /// <summary>A JSON object.</summary>
    Message,

    /// <summary>Anything else: not JSON, not an object, or a binary message.</summary>
    Malformed,

    /// <summary>Text that is not UTF-8.</summary>
    InvalidText,

    /// <summary>More than is allowed; the rest of it has not been read.</summary>
    TooBig,

    /// <summary>The client's close frame.</summary>
    Closed,
}

/// <summary>What came in. <paramref name="Message"/> is there for a <see cref="ReceivedKind.Message"/>.</summary>
internal readonly record struct Received(ReceivedKind Kind, ClientMessage? Message = null);

/// <summary>Receives whole messages. While it waits for one it holds no buffer.</summary>
internal static class SocketReader
{
    /// <summary>Waits for the next message to begin. Meanwhile pings are answered, and pongs are seen.</summary>
    /// <returns>To be handed on, awaited by nobody else.</returns>
    // Asking for no bytes returns once there are some: only then is a buffer needed. A read cannot be cancelled without
    // losing the connection, so it is ended by closing or aborting that.
    public static ValueTask<ValueWebSocketReceiveResult> WaitAsync(WebSocket socket) =>
        socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);

    /// <exception cref="WebSocketException">The client is gone, or broke the protocol.</exception>
    public static async ValueTask<Received> ReadAsync(
        WebSocket socket, ValueTask<ValueWebSocketReceiveResult> beginning, int maxBytes)
    {
        var part = await beginning;
        if (part.MessageType == WebSocketMessageType.Close)
            return new Received(ReceivedKind.Closed);

        // One more than is allowed, to see that there is more.
        var capacity = maxBytes + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(capacity);
        try
        {
            var length = 0;
            while (!part.EndOfMessage && length < capacity)
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length, capacity - length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return new Received(ReceivedKind.Closed);
                length += part.Count;
            }

            if (length > maxBytes)
                return new Received(ReceivedKind.TooBig);

            if (part.MessageType != WebSocketMessageType.Text)
                return new Received(ReceivedKind.Malformed);

            var text = buffer.AsSpan(0, length);
            if (ClientMessage.Parse(text) is { } message)
                return new Received(ReceivedKind.Message, message);

            // WebSocket checks text as it comes, but not that it ends with a whole character where an empty fragment
            // ends it. No JSON object ends so.
            return new Received(Utf8.IsValid(text) ? ReceivedKind.Malformed : ReceivedKind.InvalidText);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads on without looking, until the client answers the close: with data left unread, the network would throw the close frame away.</summary>
    public static async Task ReadToCloseAsync(WebSocket socket, ValueTask<ValueWebSocketReceiveResult> beginning)
    {
        var part = await beginning;
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (part.MessageType != WebSocketMessageType.Close)
                part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
