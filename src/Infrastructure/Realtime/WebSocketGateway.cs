using System.Diagnostics;
using System.Net.WebSockets;
using HotGigs.Application.Notifications;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Messages;
using HotGigs.Infrastructure.Realtime.Rights;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

internal sealed class WebSocketGateway(
    ConnectionRegistry registry,
    MessageLoop messages,
    IFeedReader feeds,
    WriteLanes lanes,
    RightsReview rights,
    DrainSignal drain,
    ConnectionTotals totals,
    HandshakeRefusals refusals,
    RealtimeMetrics metrics,
    IOptions<RealtimeOptions> options,
    TimeProvider clock,
    ILogger<WebSocketGateway> logger) : IWebSocketGateway
{
    private const int MaxBeingRejected = 1_000;

    private readonly RealtimeOptions options = options.Value;
    private int beingRejected;

    public async Task RunAsync(WebSocketTransport transport, ConnectingClient client, CancellationToken cancellationToken)
    {
        // A connection lives for hours: each of its messages is a trace of its own, not a part of the handshake's.
        Activity.Current = null;
        var connection = new ClientConnection(transport, client, lanes, options, metrics, clock);
        if (!registry.TryAdd(connection, out var refusal))
        {
            RealtimeLog.ConnectionRefused(logger, refusal.Code);
            await RejectAsync(transport, (int)refusal.Code, refusal.Reason, cancellationToken);
            return;
        }

        RealtimeLog.ConnectionOpened(logger, connection.Id);
        try
        {
            await GreetAsync(connection, cancellationToken);
            await messages.RunAsync(connection, cancellationToken);
        }
        catch (Exception end) when (IsEndOfConnection(end) || cancellationToken.IsCancellationRequested)
        {
            // The client is gone without a word, was aborted, or broke the protocol and has been told so.
        }
        catch (Exception failure)
        {
            RealtimeLog.ConnectionFailed(logger, connection.Id, failure);
            connection.Close(CloseCode.Overloaded, "Something went wrong. Reconnect.");
        }
        finally
        {
            connection.Close(CloseCode.Normal, "");
            await connection.WritingEnded;
            connection.Socket.Dispose();
            // Last, so that the sweep aborts it if the end of writing takes too long.
            registry.Remove(connection);
            if (connection.ClosedWith == CloseCode.TooSlow)
                RealtimeLog.ConnectionTooSlow(logger, connection.Id, connection.LeftUnread.Frames, connection.LeftUnread.Bytes);
            RealtimeLog.ConnectionEnded(logger, connection.Id, connection.ClosedWith);
        }
    }

    public async Task RejectAsync(WebSocketTransport transport, int closeCode, string reason, CancellationToken cancellationToken)
    {
        totals.Closed(closeCode);
        refusals.Count(HandshakeRefusals.ReasonOf(closeCode));
        // They count towards no limit, and each stays until it has answered or the time for that is over.
        if (Interlocked.Increment(ref beingRejected) > MaxBeingRejected)
        {
            Interlocked.Decrement(ref beingRejected);
            transport.Abort();
            return;
        }

        using var socket = WebSocket.CreateFromStream(
            transport.Stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var limit = new CancellationTokenSource(options.CloseTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await socket.CloseAsync((WebSocketCloseStatus)closeCode, reason, either.Token);
        }
        catch (Exception end) when (IsEndOfConnection(end))
        {
            transport.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref beingRejected);
        }
    }

    private static bool IsEndOfConnection(Exception end) =>
        end is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;

    // The connection is already registered, and what happens from then on waits for the greeting: nothing can fall
    // between the position it tells and the first live frame.
    private async Task GreetAsync(ClientConnection connection, CancellationToken cancellationToken)
    {
        // After registering: whoever drains has either seen this one or is seen here.
        if (drain.HasBegun)
        {
            connection.Close(CloseCode.GoingAway, "The server is going away.");
            return;
        }

        try
        {
            await rights.AdmitAsync(connection, cancellationToken);
            if (connection.IsClosing)
                return;
            var feed = await feeds.GetHeadAsync(connection.User.Id, cancellationToken);
            connection.Greet(ConnectionFrames.Connected(connection, feed, options, clock.GetUtcNow()));
            connection.WarnOfExpiry(options.TokenWarning);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.FeedHeadUnavailable(logger, connection.Id, failure);
            connection.Close(CloseCode.Overloaded, "Not available right now.");
        }
    }
}
