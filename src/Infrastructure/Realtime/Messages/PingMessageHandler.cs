using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class PingMessageHandler(IFeedReader feeds, TimeProvider clock, ILogger<PingMessageHandler> logger)
    : IClientMessageHandler
{
    public string Type => "ping";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var feed = await TryReadHeadAsync(connection, cancellationToken);
        connection.Enqueue(ConnectionFrames.Pong(feed, clock.GetUtcNow(), message.Ref));
    }

    // Whether the connection lives does not depend on the database: a client that gets no pong would reconnect, and
    // thousands that do so are the last thing a database in trouble needs.
    private async Task<FeedSnapshot?> TryReadHeadAsync(ClientConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await feeds.GetHeadAsync(connection.User.Id, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.FeedHeadUnavailable(logger, connection.Id, failure);
            return null;
        }
    }
}
