using System.Net.WebSockets;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// One live connection: whose it is, what it holds and when it was last heard of. Everything here may be called from
/// any thread, and nothing waits for the client.
/// </summary>
internal sealed class ClientConnection
{
    // What the standard calls an end without a close frame; it is never on the wire.
    private const int Vanished = 1006;

    private readonly WebSocketTransport transport;
    private readonly RealtimeMetrics metrics;
    private readonly TimeProvider clock;
    private readonly OutboundQueue queue;
    private readonly SocketWriter writer;
    private volatile bool isServing;
    private ConnectingClient client;
    private long heardAt;
    private long livedAt;
    private long pingedAt;
    private long closingSince;
    private int closeCode;
    private long warnedOf;
    private AckTimer ackTimer;

    public ClientConnection(
        WebSocketTransport transport,
        ConnectingClient client,
        WriteLanes lanes,
        RealtimeOptions options,
        RealtimeMetrics metrics,
        TimeProvider clock)
    {
        this.transport = transport;
        this.client = client;
        this.metrics = metrics;
        this.clock = clock;
        queue = new OutboundQueue(options.MaxQueuedFrames, options.MaxQueuedBytes);
        writer = new SocketWriter(transport.Stream, queue, lanes.Assign(), client.TakesBatches, transport.Abort, metrics, clock);
        heardAt = livedAt = pingedAt = clock.GetTimestamp();
        Id = Guid.CreateVersion7(clock.GetUtcNow());
        Socket = WebSocket.CreateFromStream(
            new FrameStream(transport.Stream, NoteLife, WriteFromSocket, AbandonFromSocket),
            // Without a timer of its own for each connection: the sweep keeps it alive.
            new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
    }

    public Guid Id { get; }

    /// <summary>To receive with, for one caller at a time. What is sent goes through the methods here.</summary>
    public WebSocket Socket { get; }

    /// <summary>Whose it is, and until when; see <see cref="Renew"/>.</summary>
    public ConnectingClient Client => Volatile.Read(ref client);

    public UserIdentity User => Client.User;

    public DateTimeOffset TokenExpiresAt => Client.TokenExpiresAt;

    /// <summary>Rooms and watches, for the <see cref="ConnectionRegistry"/>.</summary>
    public Memberships Memberships { get; } = new();

    public bool IsClosing => Volatile.Read(ref closeCode) != 0;

    /// <summary>Why this side closes it; <c>null</c> while it does not.</summary>
    public CloseCode? ClosedWith => IsClosing ? (CloseCode)Volatile.Read(ref closeCode) : null;

    /// <summary>The code it ended with: that of this side, or 1006 where the client went without a word.</summary>
    public int EndedWith => ClosedWith is { } code and not CloseCode.Normal ? (int)code
        : Socket.CloseStatus is null ? Vanished
        : (int)CloseCode.Normal;

    /// <summary>Frames that wait for the client to read, and their bytes.</summary>
    public (int Frames, int Bytes) Queued => (queue.Frames, queue.Bytes);

    /// <summary>What waited when it was given up as too slow.</summary>
    public (int Frames, int Bytes) LeftUnread { get; private set; }

    /// <summary>For how long the client has sent nothing; none while this server is busy with what it sent.</summary>
    public TimeSpan Silence => isServing ? TimeSpan.Zero : clock.GetElapsedTime(Volatile.Read(ref heardAt));

    /// <summary>Completes once nothing will be written any more.</summary>
    public Task WritingEnded => writer.Completion;

    /// <summary>Takes over what another token says of the same user, or what theirs allows no more.</summary>
    /// <param name="change">Makes the new client of the one that is there; run again if that changes meanwhile.</param>
    public void Renew(Func<ConnectingClient, ConnectingClient> change)
    {
        ConnectingClient known;
        do
            known = Client;
        while (Interlocked.CompareExchange(ref client, change(known), known) != known);
    }

    /// <summary>Says once for each expiry, when it is near, that the token is about to expire.</summary>
    public void WarnOfExpiry(TimeSpan before)
    {
        var expiresAt = TokenExpiresAt;
        var left = expiresAt - clock.GetUtcNow();
        if (left <= before && Interlocked.Exchange(ref warnedOf, expiresAt.UtcTicks) != expiresAt.UtcTicks)
            Enqueue(ConnectionFrames.TokenExpiring(left));
    }

    /// <summary>The client has sent something.</summary>
    public void Heard() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    /// <summary>What the client sent is being done, or is no more. Meanwhile nothing further is read: silence is not its fault.</summary>
    public void Serve(bool begins)
    {
        Heard();
        NoteLife();
        isServing = begins;
    }

    public void Enqueue(Frame frame) => Meet(queue.Enqueue(frame));

    /// <summary>Sends a change of the user's feed.</summary>
    /// <param name="frame">Tells of the change.</param>
    /// <param name="seq">Its position, by which the client confirms it.</param>
    public void EnqueueChange(Frame frame, long seq)
    {
        if (metrics.TimesAcks && frame.CommittedAt != long.MaxValue)
            ackTimer.Begin(seq, frame.CommittedAt);
        Enqueue(frame);
    }

    /// <summary>The client has confirmed everything up to a position of its feed.</summary>
    public void Acked(long seq)
    {
        if (ackTimer.TryEnd(seq, out var committedAt))
            metrics.Acked(committedAt);
    }

    public void Offer(LatestFrame place, Frame frame, long version) => Meet(queue.Offer(place, frame, version));

    public void Open(LatestFrame place, Frame snapshot, long version) => Meet(queue.Open(place, snapshot, version));

    public void Close(LatestFrame place) => queue.Close(place);

    /// <summary>Sends the first frame, then whatever has come in meanwhile.</summary>
    public void Greet(Frame connected) => Meet(queue.Release(connected));

    /// <summary>Closes with a code, after what is queued. The first reason stands.</summary>
    public void Close(CloseCode code, string reason) => Close((int)code, WireFrame.Closing((int)code, reason));

    /// <summary>Whether the network has answered the last ping of <see cref="KeepAlive"/>.</summary>
    public bool HasAnsweredPing => Volatile.Read(ref pingedAt) <= Volatile.Read(ref livedAt);

    /// <summary>
    /// Asks the network for a sign of life where there has long been none: that keeps proxies from closing an idle
    /// connection, and finds the one whose client has vanished.
    /// </summary>
    /// <returns>Whether it is still to be taken for alive.</returns>
    public bool KeepAlive(RealtimeOptions options)
    {
        var lived = Volatile.Read(ref livedAt);
        if (!HasAnsweredPing)
            return isServing || clock.GetElapsedTime(pingedAt) < options.KeepAliveTimeout;
        if (clock.GetElapsedTime(lived) >= options.KeepAliveInterval)
        {
            Volatile.Write(ref pingedAt, clock.GetTimestamp());
            Enqueue(WireFrame.Ping);
        }

        return true;
    }

    /// <summary>Ends it at once, for when the client takes part in nothing any more.</summary>
    public void Abort()
    {
        // What has ended may be somebody else's by now: over HTTP/2 the server uses its context again.
        if (!Memberships.HaveEnded)
            transport.Abort();
    }

    /// <summary>Whether a frame has been on its way, or the close, for too long.</summary>
    public bool IsStuck(RealtimeOptions options) =>
        writer.IsStuck(options.SendTimeout)
        || (Volatile.Read(ref closingSince) is not 0 and var since && clock.GetElapsedTime(since) > options.CloseTimeout);

    private void Close(int code, Frame last)
    {
        if (Interlocked.CompareExchange(ref closeCode, code, 0) != 0)
            return;

        if (code == (int)CloseCode.TooSlow)
            LeftUnread = Queued;
        Volatile.Write(ref closingSince, clock.GetTimestamp());
        // To a client that does not read, what is queued would only delay the reason.
        Meet(queue.Complete(last, discard: code == (int)CloseCode.TooSlow));
    }

    private void NoteLife() => Volatile.Write(ref livedAt, clock.GetTimestamp());

    private void WriteFromSocket(ReadOnlySpan<byte> frame)
    {
        var copy = Frame.OfWire(frame.ToArray());
        if (frame[0] == WireFrame.Close)
            Close(WireFrame.CodeOf(frame), copy);
        else
            Enqueue(copy);
    }

    private void AbandonFromSocket()
    {
        // After a close the network ends by itself; an abort would throw away what it still holds.
        if (!IsClosing)
            transport.Abort();
    }

    private void Meet(QueueDemand demand)
    {
        if (demand == QueueDemand.Write)
            writer.Start();
        else if (demand == QueueDemand.GiveUp)
            Close(CloseCode.TooSlow, "Too slow to read. Reconnect and sync.");
    }
}
