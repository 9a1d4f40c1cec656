using System.Collections.Frozen;
using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Has each message done by the handler of its type, and tells the client when that did not work.</summary>
internal sealed class ClientMessageDispatcher(
    IEnumerable<IClientMessageHandler> handlers, RealtimeMetrics metrics, ILogger<ClientMessageDispatcher> logger)
{
    private const string UnknownType = "unknown";

    private readonly FrozenDictionary<string, IClientMessageHandler> handlers =
        handlers.ToFrozenDictionary(handler => handler.Type, StringComparer.Ordinal);

    /// <summary>Does one message. It throws only when <paramref name="cancellationToken"/> says that the connection has ended.</summary>
    public async Task DispatchAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Source.StartActivity("receive message", ActivityKind.Server);
        var type = UnknownType;
        try
        {
            var handler = HandlerOf(message);
            type = handler.Type;
            await handler.HandleAsync(connection, message, cancellationToken);
        }
        catch (RequestException refusal)
        {
            metrics.MessageRefused(refusal.Code);
            connection.Enqueue(ErrorFrames.Refused(refusal, message.Ref));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.MessageRefused(ErrorCode.Unavailable);
            activity?.SetFailed(failure);
            RealtimeLog.MessageFailed(logger, connection.Id, failure);
            connection.Enqueue(ErrorFrames.Unavailable(message.Ref));
        }
        finally
        {
            metrics.MessageReceived(type);
            activity?.SetTag("message.type", type);
        }
    }

    private IClientMessageHandler HandlerOf(ClientMessage message) =>
        handlers.GetValueOrDefault(message.Text("type")) ?? throw new RequestException(
            ErrorCode.UnknownType, $"type: There is no such message. There are {string.Join(", ", handlers.Keys.Order())}.");
}
