using HotGigs.Application.Common;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Receives the messages of one connection and has them done, one after the other, until it ends.</summary>
internal sealed class MessageLoop(
    ClientMessageDispatcher dispatcher, RealtimeMetrics metrics, IOptions<RealtimeOptions> options, TimeProvider clock)
{
    private readonly RealtimeOptions options = options.Value;

    /// <exception cref="System.Net.WebSockets.WebSocketException">The client is gone, or broke the protocol.</exception>
    /// <exception cref="OperationCanceledException">The connection was aborted.</exception>
    public async Task RunAsync(ClientConnection connection, CancellationToken cancellationToken)
    {
        var rate = new InboundRateLimit(options.MessagesPerSecond, options.MessageBurst, clock);
        var malformedInRow = 0;
#pragma warning disable CA2012 // Each is awaited once: by the reading that follows, or by the last.
        var next = SocketReader.WaitAsync(connection.Socket);

        while (!connection.IsClosing)
        {
            var received = await SocketReader.ReadAsync(connection.Socket, next, options.MaxMessageBytes);
            if (received.Kind == ReceivedKind.Closed)
                return;

            // While a message is being done, too: a client whose pongs go unseen counts as dead.
            next = SocketReader.WaitAsync(connection.Socket);
            // Whoever is being closed, because its token has expired say, has nothing done any more.
            if (connection.IsClosing)
                break;

            connection.Heard();
            if (received.Kind == ReceivedKind.TooBig)
            {
                metrics.MessageRefused(ErrorCode.TooLarge);
                connection.Close(CloseCode.MessageTooBig, $"A message may have {options.MaxMessageBytes} bytes.");
            }
            else if (received.Kind == ReceivedKind.InvalidText)
            {
                connection.Close(CloseCode.InvalidText, "Text must be UTF-8.");
            }
            else if (!rate.TryTake(out var retryAfter))
            {
                metrics.MessageRefused(ErrorCode.RateLimited);
                if (rate.RefusedInRow >= options.MaxRateLimitedInRow)
                    connection.Close(CloseCode.RateLimited, "Too many messages.");
                else
                    connection.Enqueue(ErrorFrames.RateLimited(retryAfter, received.Message?.Ref ?? default));
            }
            else if (received.Message is { } message)
            {
                malformedInRow = 0;
                connection.Serve(begins: true);
                await dispatcher.DispatchAsync(connection, message, cancellationToken);
                connection.Serve(begins: false);
            }
            else
            {
                metrics.MessageRefused(ErrorCode.MalformedJson);
                if (++malformedInRow >= options.MaxMalformedInRow)
                    connection.Close(CloseCode.Malformed, "Too many malformed messages.");
                else
                    connection.Enqueue(ErrorFrames.Malformed);
            }
        }

        await SocketReader.ReadToCloseAsync(connection.Socket, next);
#pragma warning restore CA2012
    }
}
