using System.Net.WebSockets;
using System.Threading.Channels;

namespace HotGigs.Client;

/// <summary>
/// One connection, from the handshake to its end. It does not come back by itself; <see cref="HotGigsClient"/> does.
/// Messages may be sent by many at once; frames have one reader.
/// </summary>
public sealed partial class HotGigsConnection : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket socket;
    private readonly HotGigsConnectionOptions options;
    private readonly Channel<Frame> frames;
    private readonly PendingAnswers answers = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource aborted = new();
    private readonly Task receiving;
    private long lastId;

    private HotGigsConnection(ClientWebSocket socket, HotGigsConnectionOptions options)
    {
        this.socket = socket;
        this.options = options;
        frames = Channel.CreateBounded<Frame>(new BoundedChannelOptions(options.MaxBufferedFrames)
        {
            SingleReader = true,
            SingleWriter = true,
            // The reader goes on where the frame was received: no change of thread per frame.
            AllowSynchronousContinuations = true,
        });
        receiving = Task.Run(ReceiveAsync);
    }

    /// <summary>Why it ended: one of <see cref="CloseCodes"/>, or one that came after this client; <c>null</c> while it lives.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>What the server said about it, for people.</summary>
    public string? CloseReason { get; private set; }

    /// <summary>Whether it waits for the reader of its frames, so that nothing more is received.</summary>
    public bool IsHeldBack { get; private set; }

    /// <summary>Opens a connection. The first frame is <see cref="ConnectedFrame"/>, unless the server closes at once.</summary>
    /// <exception cref="HotGigsRefusedException">The server refused it.</exception>
    /// <exception cref="WebSocketException">The server was not reached.</exception>
    public static async Task<HotGigsConnection> ConnectAsync(HotGigsConnectionOptions options, CancellationToken cancellationToken = default) =>
        new(await Handshake.OpenAsync(options, cancellationToken), options);

    /// <summary>
    /// All frames in the order they came, answers included, until the connection has ended; <see cref="CloseCode"/> then
    /// says why. Frames wait for their reader, so a connection must be read while it is used.
    /// </summary>
    public IAsyncEnumerable<Frame> ReadFramesAsync(CancellationToken cancellationToken = default) =>
        frames.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Closes it and waits until the server has agreed, 5 s at most.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
            await receiving.WaitAsync(CloseTimeout, options.Clock, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or TimeoutException or ObjectDisposedException or InvalidOperationException
            || (gone is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Abort();
            await receiving;
        }
    }

    /// <summary>Ends it at once, without a word to the server.</summary>
    public void Abort()
    {
        aborted.Cancel();
        socket.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        await receiving;
        socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await MessageReceiver.ReceiveAsync(socket, options.MaxFrameBytes) is { } message)
            {
                var frame = new Frame(FrameScanner.TypeOf(message), message);
                if (frame.Type != FrameTypes.Batch)
                {
                    await KeepAsync(frame);
                    continue;
                }

                foreach (var one in FrameScanner.Unpack(message))
                    await KeepAsync(one);
            }

            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.Empty, null, aborted.Token);
        }
        catch (InvalidDataException)
        {
            CloseCode = CloseCodes.MessageTooBig;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Lost, or ended by this side.
        }
        finally
        {
            End();
        }
    }

    private ValueTask KeepAsync(Frame frame)
    {
        answers.Complete(frame);
        return frames.Writer.TryWrite(frame) ? ValueTask.CompletedTask : WaitForReaderAsync(frame);
    }

    private async ValueTask WaitForReaderAsync(Frame frame)
    {
        IsHeldBack = true;
        await frames.Writer.WriteAsync(frame, aborted.Token);
        IsHeldBack = false;
    }

    private void End()
    {
        CloseReason = socket.CloseStatusDescription;
        CloseCode ??= (int?)socket.CloseStatus ?? CloseCodes.Lost;
        socket.Abort();
        answers.Fail(new HotGigsClosedException(CloseCode.Value, CloseReason));
        frames.Writer.Complete();
    }
}
