using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Serves accepted WebSockets by HotGigs' wire contract.</summary>
public interface IWebSocketGateway
{
    /// <summary>Greets a client, does what it asks for and sends it what happens, until the connection ends. Does not throw.</summary>
    /// <param name="transport">Just accepted.</param>
    /// <param name="client">Whose connection it is, and what it asked for.</param>
    /// <param name="cancellationToken">Aborts the connection.</param>
    Task RunAsync(WebSocketTransport transport, ConnectingClient client, CancellationToken cancellationToken);

    /// <summary>Closes a client that is not served, with the reason: a refused upgrade would tell a browser nothing. Does not throw.</summary>
    /// <param name="transport">Just accepted.</param>
    /// <param name="closeCode">One of <see cref="CloseCode"/>.</param>
    /// <param name="reason">Told to the client; at most 123 bytes.</param>
    /// <param name="cancellationToken">Aborts the connection.</param>
    Task RejectAsync(WebSocketTransport transport, int closeCode, string reason, CancellationToken cancellationToken);
}
