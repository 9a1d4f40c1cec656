using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime.Acks;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Takes note of how far a client has received its feed. It is not answered, and written later.</summary>
internal sealed class AckMessageHandler(PendingAcks pending) : IClientMessageHandler
{
    public string Type => "ack";

    public Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var seq = message.Number("seq");
        if (seq < 0)
            throw RequestException.Invalid("seq", "A position in the feed is not negative.");

        // An empty feed has nothing to confirm.
        if (seq > 0)
        {
            pending.Add(connection.User.Id, seq);
            connection.Acked(seq);
        }

        return Task.CompletedTask;
    }
}
