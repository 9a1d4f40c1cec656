using System.Net.WebSockets;
using HotGigs.Domain.Users;
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

    private readonly WebSocket socket;
    private readonly TimeProvider clock;
    private readonly OutboundQueue queue;
    private readonly SocketWriter writer;
    private ConnectingClient client;
    private long heardAt;
    private long closingSince;
    private int closeCode;

    public ClientConnection(
        WebSocket socket, ConnectingClient client, RealtimeOptions options, TimeProvider clock)
    {
        this.socket = socket;
        this.clock = clock;
        queue = new OutboundQueue(options.MaxQueuedFrames, options.MaxQueuedBytes);
        writer = new SocketWriter(socket, queue, clock);
        heardAt = clock.GetTimestamp();
        Id = Guid.CreateVersion7(clock.GetUtcNow());
        this.client = client;
    }

    public Guid Id { get; }

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
        : socket.CloseStatus is null ? Vanished
        : (int)CloseCode.Normal;

    /// <summary>Frames that wait for the client to read, and their bytes.</summary>
    public (int Frames, int Bytes) Queued => (queue.Frames, queue.Bytes);

    /// <summary>For how long the client has sent nothing.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref heardAt));

    /// <summary>Completes once nothing will be written any more.</summary>
    public Task WritingEnded => writer.Completion;

    /// <summary>Takes over what a newer token says of the same user.</summary>
    public void Renew(ConnectingClient renewed) => Volatile.Write(ref client, renewed);

    /// <summary>The client has sent something.</summary>
    public void Heard() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    public void Enqueue(Frame frame) => Meet(queue.Enqueue(frame));

    public void Offer(LatestFrame place, Frame frame, long version) => Meet(queue.Offer(place, frame, version));

    public void Open(LatestFrame place, Frame snapshot, long version) => Meet(queue.Open(place, snapshot, version));

    public void Close(LatestFrame place) => queue.Close(place);

    /// <summary>Sends the first frame, then whatever has come in meanwhile.</summary>
    public void Greet(Frame connected) => Meet(queue.Release(connected));

    /// <summary>Closes with a code, after what is queued. The first reason stands.</summary>
    public void Close(CloseCode code, string reason)
    {
        if (Interlocked.CompareExchange(ref closeCode, (int)code, 0) != 0)
            return;

        writer.CloseWith(code, reason);
        Volatile.Write(ref closingSince, clock.GetTimestamp());
        // To a client that does not read, what is queued would only delay the reason.
        Meet(queue.Complete(discard: code == CloseCode.TooSlow));
    }

    /// <summary>Ends it at once, for when the client takes part in nothing any more.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Whether a frame has been on its way, or the close, for too long.</summary>
    public bool IsStuck(RealtimeOptions options) =>
        writer.IsStuck(options.SendTimeout)
        || (Volatile.Read(ref closingSince) is not 0 and var since && clock.GetElapsedTime(since) > options.CloseTimeout);

    private void Meet(QueueDemand demand)
    {
        if (demand == QueueDemand.Write)
            writer.Schedule();
        else if (demand == QueueDemand.GiveUp)
            Close(CloseCode.TooSlow, "Too slow to read. Reconnect and sync.");
    }
}
