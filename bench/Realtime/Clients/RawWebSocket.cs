using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HotGigs.Bench.Realtime.Clients;

/// <summary>
/// The client's side of a WebSocket at the least cost: it shares two cores with the server that is measured, so what
/// it spends, the server lacks. It takes unfragmented messages of up to <see cref="MaxMessage"/> bytes from servers that
/// are known to keep to the protocol.
/// </summary>
internal sealed class RawWebSocket : IDisposable
{
    public const int MaxMessage = 16_000;

    private const int Text = 1;
    private const int Close = 8;
    private const int Ping = 9;
    private const int Pong = 10;

    private readonly Socket socket;
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    private RawWebSocket(Socket socket) => this.socket = socket;

    /// <summary>What the server's close frame said; <c>null</c> while there was none.</summary>
    public int? ClosedWith { get; private set; }

    /// <exception cref="IOException">The server refused the upgrade.</exception>
    public static async Task<RawWebSocket> ConnectAsync(IPEndPoint server, string path, int? receiveBuffer, CancellationToken cancellationToken)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } bytes)
            socket.ReceiveBufferSize = bytes;
        var client = new RawWebSocket(socket);
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            var request =
                $"GET {path} HTTP/1.1\r\nHost: {server}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
            await socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
            await client.ReadUpgradeAsync(cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends one text message of up to 64 KB.</summary>
    public Task SendAsync(ReadOnlySpan<byte> text) => SendAsync(Text, text);

    /// <summary>Hands out message after message, until the connection ends in whatever way.</summary>
    /// <param name="receive">Gets the message, and when it was read in ticks of <see cref="Stopwatch"/>.</param>
    /// <param name="gate">Waited for before each read.</param>
    public async Task ReadToEndAsync(Action<ReadOnlySpan<byte>, long> receive, Func<Task> gate)
    {
        try
        {
            do
            {
                HandOut(receive);
                await gate();
            }
            while (ClosedWith is null && await FillAsync(CancellationToken.None));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Gone, by either side.
        }
    }

    /// <summary>Says good-bye; the server answers by closing.</summary>
    public Task CloseAsync() => SendAsync(Close, [0x03, 0xE8]);

    public void Dispose() => socket.Dispose();

    private void HandOut(Action<ReadOnlySpan<byte>, long> receive)
    {
        var now = Stopwatch.GetTimestamp();
        while (TryTakeFrame(out var opcode, out var payload))
        {
            if (opcode == Text)
                receive(payload, now);
            else if (opcode == Ping)
                _ = SendAsync(Pong, payload);
            else if (opcode == Close)
                AnswerClose(payload);
        }
    }

    private void AnswerClose(ReadOnlySpan<byte> payload)
    {
        ClosedWith = payload.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(payload) : 1005;
        _ = SendAsync(Close, payload[..Math.Min(2, payload.Length)]);
    }

    private bool TryTakeFrame(out int opcode, out ReadOnlySpan<byte> payload)
    {
        opcode = 0;
        payload = default;
        var waiting = buffer.AsSpan(start, end - start);
        if (waiting.Length < 2)
            return false;
        var header = 2;
        int length = waiting[1];
        if (length == 126)
        {
            if (waiting.Length < 4)
                return false;
            header = 4;
            length = BinaryPrimitives.ReadUInt16BigEndian(waiting[2..]);
        }

        if (length > MaxMessage)
            throw new InvalidOperationException("A server sent a larger message than the bench asked for.");
        if (waiting.Length < header + length)
            return false;
        opcode = waiting[0] & 0x0F;
        payload = waiting.Slice(header, length);
        start += header + length;
        return true;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start == end)
        {
            start = end = 0;
        }
        else if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var count = await socket.ReceiveAsync(buffer.AsMemory(end), cancellationToken);
        end += count;
        return count > 0;
    }

    private async Task ReadUpgradeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await FillAsync(cancellationToken))
                throw new IOException("The server closed instead of upgrading.");
            var head = buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8);
            if (head < 0)
                continue;
            if (!buffer.AsSpan(0, end).StartsWith("HTTP/1.1 101"u8))
                throw new IOException($"The upgrade was refused: {Encoding.ASCII.GetString(buffer, 0, head)}");
            start = head + 4;
            return;
        }
    }

    // The mask is zero: it has to be there, and leaves the bytes as they are.
    private Task SendAsync(int opcode, ReadOnlySpan<byte> payload)
    {
        var header = payload.Length < 126 ? 6 : 8;
        var frame = new byte[header + payload.Length];
        frame[0] = (byte)(0x80 | opcode);
        frame[1] = (byte)(0x80 | (payload.Length < 126 ? payload.Length : 126));
        if (payload.Length >= 126)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        payload.CopyTo(frame.AsSpan(header));
        return socket.SendAsync(frame.AsMemory()).AsTask();
    }
}
