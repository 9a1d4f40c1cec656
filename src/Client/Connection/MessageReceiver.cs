using System.Buffers;
using System.Net.WebSockets;

namespace HotGigs.Client;

/// <summary>Receives whole messages. While it waits for one it holds no buffer.</summary>
internal static class MessageReceiver
{
    private const int FirstBuffer = 4 * 1024;

    /// <summary>The next message in memory of its own; <c>null</c> when the server has closed.</summary>
    /// <exception cref="WebSocketException">The connection is lost.</exception>
    /// <exception cref="InvalidDataException">The message is larger than allowed; the rest of it has not been read.</exception>
    public static async ValueTask<byte[]?> ReceiveAsync(WebSocket socket, int maxBytes)
    {
        // Asking for no bytes returns once there are some: only then is a buffer needed.
        var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (part.MessageType == WebSocketMessageType.Close)
            return null;
        if (part.EndOfMessage)
            return [];

        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            for (var length = 0; ;)
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                length += part.Count;
                if (length > maxBytes)
                    throw new InvalidDataException($"A frame is larger than {maxBytes} bytes.");
                if (part.EndOfMessage)
                    return buffer.AsSpan(0, length).ToArray();
                if (length == buffer.Length)
                    buffer = Grow(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
