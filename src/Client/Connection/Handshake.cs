using System.Net;
using System.Net.WebSockets;

namespace HotGigs.Client;

/// <summary>Opens the socket of a connection.</summary>
internal static class Handshake
{
    // One for all: each of its own would cost a connection pool per connection.
    private static readonly HttpMessageInvoker SharedHttp = new(new SocketsHttpHandler { UseCookies = false });

    public static async Task<ClientWebSocket> OpenAsync(HotGigsConnectionOptions options, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            // The client's pings are messages; more than that would be a timer for each connection.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            socket.Options.CollectHttpResponseDetails = true;
            var ticket = options.Ticket is { } tickets ? await tickets(cancellationToken) : null;
            if (ticket is null && options.Token is { } tokens)
                socket.Options.SetRequestHeader("Authorization", $"Bearer {await tokens(cancellationToken)}");
            await socket.ConnectAsync(AddressOf(options, ticket), options.Http ?? SharedHttp, cancellationToken);
            socket.HttpResponseHeaders = null;
            return socket;
        }
        catch (WebSocketException refused) when (socket.HttpStatusCode is not (0 or HttpStatusCode.SwitchingProtocols))
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw new HotGigsRefusedException(status, refused);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Uri AddressOf(HotGigsConnectionOptions options, string? ticket)
    {
        var query = new List<string>();
        if (ticket is not null)
            query.Add($"ticket={Uri.EscapeDataString(ticket)}");
        if (options.Batch)
            query.Add("batch=1");
        return new UriBuilder(options.Server)
        {
            Scheme = options.Server.Scheme is "https" or "wss" ? "wss" : "ws",
            Path = $"{options.Server.AbsolutePath.TrimEnd('/')}/ws/connect",
            Query = string.Join('&', query),
        }.Uri;
    }
}
