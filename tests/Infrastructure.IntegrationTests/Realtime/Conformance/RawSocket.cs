using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>
/// A WebSocket client that sends whatever bytes it is told to, and lets nothing pass that a server must not send. It
/// never waits for ever.
/// </summary>
internal sealed class RawSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static int users;

    private readonly TcpClient tcp;
    private readonly NetworkStream network;
    private readonly BufferedStream received;

    private RawSocket(TcpClient tcp)
    {
        this.tcp = tcp;
        network = tcp.GetStream();
        received = new BufferedStream(network, 64 * 1024);
    }

    /// <summary>Opens a connection and reads nothing but the handshake.</summary>
    /// <param name="host">Where.</param>
    /// <param name="user">Somebody new unless said.</param>
    /// <param name="path">With a query, if any.</param>
    /// <param name="receiveBuffer">Bytes that the system takes in for who does not read; its own choice unless said.</param>
    /// <param name="early">Sent together with the handshake, before that is answered.</param>
    public static Task<RawSocket> OpenAsync(
        RealtimeHost host, string? user = null, string path = "/", int? receiveBuffer = null, byte[]? early = null)
    {
        user ??= $"raw-{Interlocked.Increment(ref users)}";
        var headers = $"x-user: {user}\r\nx-roles: 2\r\nx-expires: {host.Clock.GetUtcNow().AddHours(8):O}\r\n";
        return OpenAsync(new Uri(host.Address, path), headers, receiveBuffer, early);
    }

    public static async Task<RawSocket> OpenAsync(Uri address, string headers = "", int? receiveBuffer = null, byte[]? early = null)
    {
        var tcp = new TcpClient { NoDelay = true };
        if (receiveBuffer is { } bytes)
            tcp.ReceiveBufferSize = bytes;
        await tcp.ConnectAsync(address.Host, address.Port);
        var socket = new RawSocket(tcp);
        var handshake =
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{headers}\r\n";
        await socket.SendAsync([.. Encoding.ASCII.GetBytes(handshake), .. early ?? []]);
        var answer = await socket.ReadHandshakeAsync();
        Assert.StartsWith("HTTP/1.1 101 ", answer);
        // The key and its answer are the example of RFC 6455, section 1.3.
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", answer, StringComparison.OrdinalIgnoreCase);
        return socket;
    }

    /// <summary>Opens a connection and reads the greeting.</summary>
    public static async Task<RawSocket> ConnectAsync(
        RealtimeHost host, string? user = null, string path = "/", int? receiveBuffer = null)
    {
        var socket = await OpenAsync(host, user, path, receiveBuffer);
        await socket.ExpectMessageAsync("connected");
        return socket;
    }

    public Task SendAsync(RawFrame frame) => SendAsync(frame.ToWire());

    public Task SendAsync(byte[] bytes) => SendAsync(bytes.AsMemory());

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await network.WriteAsync(bytes, timeout.Token);
    }

    /// <summary>Sends unless the server has ended the connection meanwhile, as it may once something was wrong.</summary>
    public async Task TrySendAsync(byte[] bytes)
    {
        try
        {
            await SendAsync(bytes);
        }
        catch (IOException)
        {
        }
    }

    public Task TrySendAsync(RawFrame frame) => TrySendAsync(frame.ToWire());

    /// <summary>Says that nothing more is sent, and goes on reading.</summary>
    public void TryEndSending()
    {
        try
        {
            tcp.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server was faster.
        }
    }

    /// <summary>The next frame.</summary>
    public async Task<RawFrame> ReceiveAsync() =>
        await TryReceiveAsync() ?? throw new EndOfStreamException("The server ended the connection without a frame.");

    /// <summary>The next frame; <c>null</c> at the end.</summary>
    public async Task<RawFrame?> TryReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var header = new byte[10];
        try
        {
            if (await received.ReadAsync(header.AsMemory(0, 1), timeout.Token) == 0)
                return null;
        }
        catch (IOException)
        {
            return null;
        }

        await received.ReadExactlyAsync(header.AsMemory(1, 1), timeout.Token);
        Assert.True(header[0] is 0x81 or 0x88 or 0x89 or 0x8A, $"A server sends no frame that begins with {header[0]:x2}.");
        Assert.True((header[1] & 0x80) == 0, "A server does not mask.");
        long length = header[1];
        if (length == 126)
        {
            await received.ReadExactlyAsync(header.AsMemory(2, 2), timeout.Token);
            length = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2));
            Assert.True(length >= 126, "The length is not written the shortest way.");
        }
        else if (length == 127)
        {
            await received.ReadExactlyAsync(header.AsMemory(2, 8), timeout.Token);
            length = BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(2));
            Assert.True(length > ushort.MaxValue, "The length is not written the shortest way.");
        }

        Assert.True(header[0] == 0x81 || length <= 125, "A control frame has at most 125 bytes.");
        var payload = new byte[length];
        await received.ReadExactlyAsync(payload, timeout.Token);
        return new RawFrame(header[0], payload);
    }

    /// <summary>The next frame is a message of this type.</summary>
    public async Task<RawFrame> ExpectMessageAsync(string type)
    {
        var frame = await ReceiveAsync();
        Assert.True(frame.IsMessage, $"{type} was expected, not a frame of kind {frame.Opcode:x} ({frame.CloseCode}).");
        Assert.StartsWith($$"""{"type":"{{type}}" """.TrimEnd(), frame.Text);
        return frame;
    }

    /// <summary>The connection is alive and has been sent nothing: a ping is answered by the very next frame.</summary>
    public async Task ExpectAliveAsync()
    {
        var payload = RandomNumberGenerator.GetBytes(16);
        await SendAsync(RawFrame.Ping(payload));
        await ExpectPongAsync(payload);
    }

    public async Task ExpectPongAsync(byte[] payload)
    {
        var frame = await ReceiveAsync();
        Assert.Equal(10, frame.Opcode);
        Assert.Equal(payload, frame.Payload);
    }

    /// <summary>The very next frame is a close with this code, and nothing follows it.</summary>
    public async Task ExpectCloseAsync(int code)
    {
        var frame = await ReceiveAsync();
        Assert.True(frame.Opcode == 8, $"A close was expected, not {frame.Text}");
        Assert.Equal(code, frame.CloseCode);
        await TrySendAsync(RawFrame.Close(1000));
        Assert.Null(await TryReceiveAsync());
    }

    /// <summary>Everything up to the end.</summary>
    public async Task<IReadOnlyList<RawFrame>> ReadToEndAsync()
    {
        var frames = new List<RawFrame>();
        while (await TryReceiveAsync() is { } frame)
        {
            frames.Add(frame);
            if (frame.Opcode == 8)
                await TrySendAsync(RawFrame.Close(1000));
        }

        return frames;
    }

    /// <summary>Vanishes: what is on its way is lost, and the other side is told so.</summary>
    public void Reset()
    {
        tcp.Client.LingerState = new LingerOption(true, 0);
        tcp.Dispose();
    }

    public void Dispose() => tcp.Dispose();

    private async Task<string> ReadHandshakeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await received.ReadExactlyAsync(one, timeout.Token);
            text.Append((char)one[0]);
        }

        return text.ToString();
    }
}
