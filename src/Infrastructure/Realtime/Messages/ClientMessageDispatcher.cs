using System.Collections.Frozen;
using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Has each message done by the handler of its type, and tells the client when that did not work.</summary>
internal sealed class ClientMessageDispatcher(IEnumerable<IClientMessageHandler> handlers, ILogger<ClientMessageDispatcher> logger)
{
    private readonly FrozenDictionary<string, IClientMessageHandler> handlers =
        handlers.ToFrozenDictionary(handler => handler.Type, StringComparer.Ordinal);

    /// <summary>Does one message. It throws only when <paramref name="cancellationToken"/> says that the connection has ended.</summary>
    public async Task DispatchAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await HandlerOf(message).HandleAsync(connection, message, cancellationToken);
        }
        catch (RequestException refusal)
        {
            connection.Enqueue(ErrorFrames.Refused(refusal, message.Ref));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.MessageFailed(logger, connection.Id, failure);
            connection.Enqueue(ErrorFrames.Unavailable(message.Ref));
        }
    }

    private IClientMessageHandler HandlerOf(ClientMessage message) =>
        handlers.GetValueOrDefault(message.Text("type")) ?? throw new RequestException(
            ErrorCode.UnknownType, $"type: There is no such message. There are {string.Join(", ", handlers.Keys.Order())}.");
}
