namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// What a connection's <see cref="System.Net.WebSockets.WebSocket"/> takes for its network. It reads from there, but
/// what it writes by itself (pongs, the close after a breach of the protocol) takes its turn in the
/// connection's queue: so one place alone writes, and no frame ends up inside another.
/// </summary>
/// <param name="network">Where frames come from.</param>
/// <param name="reading">Called whenever the WebSocket, done with what came in, asks for more.</param>
/// <param name="write">Takes one whole frame; the bytes are the caller's again afterwards.</param>
/// <param name="abort">Called when the WebSocket gives the connection up.</param>
internal sealed class FrameStream(Stream network, Action reading, Action<ReadOnlySpan<byte>> write, Action abort) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reading();
        return network.ReadAsync(buffer, cancellationToken);
    }

    // WebSocket writes each frame with one call.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            abort();
        base.Dispose(disposing);
    }
}
