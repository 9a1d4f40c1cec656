using System.Net.WebSockets;
using HotGigs.Application.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

internal sealed class WebSocketGateway(
    ConnectionRegistry registry,
    MessageLoop messages,
    RequestSender requests,
    DrainSignal drain,
    ConnectionTotals totals,
    IOptions<RealtimeOptions> options,
    TimeProvider clock,
    ILogger<WebSocketGateway> logger) : IWebSocketGateway
{
    private readonly RealtimeOptions options = options.Value;

    public async Task RunAsync(WebSocket socket, ConnectingClient client, CancellationToken cancellationToken)
    {
        var connection = new ClientConnection(socket, client, options, clock);
        if (!registry.TryAdd(connection))
        {
            var reason = $"A user may have {options.MaxConnectionsPerUser} connections.";
            await RejectAsync(socket, (int)CloseCode.TooManyConnections, reason, cancellationToken);
            return;
        }

        RealtimeLog.ConnectionOpened(logger, connection.Id);
        using var abort = cancellationToken.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), socket);
        try
        {
            await GreetAsync(connection, cancellationToken);
            await messages.RunAsync(socket, connection, cancellationToken);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            // The client is gone without a word, or was aborted.
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
            // Last, so that the sweep aborts it if the end of writing takes too long.
            registry.Remove(connection);
            RealtimeLog.ConnectionEnded(logger, connection.Id, connection.ClosedWith);
        }
    }

    public async Task RejectAsync(WebSocket socket, int closeCode, string reason, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.CloseTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            totals.Closed(closeCode);
            await socket.CloseAsync((WebSocketCloseStatus)closeCode, reason, either.Token);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

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
            var feed = await requests.SendAsync(new GetFeedHead(connection.User.Id), cancellationToken);
            connection.Greet(ConnectionFrames.Connected(connection, feed, options, clock.GetUtcNow()));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.FeedHeadUnavailable(logger, connection.Id, failure);
            connection.Close(CloseCode.Overloaded, "Not available right now.");
        }
    }
}
