using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Does what clients ask for by one type of message.</summary>
internal interface IClientMessageHandler
{
    /// <summary>The type on the wire.</summary>
    string Type { get; }

    /// <summary>Reads the message's fields, does what it asks for and answers.</summary>
    /// <exception cref="RequestException">The client is told why it was refused.</exception>
    Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken);
}
