using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Tickets;
using HotGigs.WebApi.Authentication;
using Microsoft.AspNetCore.Authentication;

namespace HotGigs.WebApi.Realtime;

/// <summary>Accepts WebSockets: judges origin and token or ticket, and hands the rest to the gateway.</summary>
internal static class WebSocketEndpoint
{
    public const string Path = "/ws/connect";

    // By then another server has taken over, or this one has started again.
    private const string RetryAfterSeconds = "5";

    public static void MapWebSocket(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ConnectAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task ConnectAsync(
        HttpContext http,
        IWebSocketGateway gateway,
        IConnectionTickets tickets,
        IRealtimeStatus realtime,
        HandshakeRefusals refusals,
        AllowedOrigins origins)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            throw RequestException.Invalid("upgrade", "This address takes WebSocket connections only.");
        // Before the ticket is taken: a site that may not connect must not use it up.
        if (!origins.Admits(http.Request))
        {
            refusals.Count(HandshakeRefusal.ForeignOrigin);
            throw new RequestException(ErrorCode.Forbidden, "This site may not connect: its origin is not allowed.");
        }

        if (realtime.IsDraining)
        {
            refusals.Count(HandshakeRefusal.Draining);
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            throw new RequestException(ErrorCode.Unavailable, "This server is stopping. Connect again in a moment.");
        }

        var client = await IdentifyAsync(http, tickets, refusals);
        var transport = await WebSocketTransport.AcceptAsync(http);
        // A browser learns nothing from a refused upgrade, so a bad token is told by the code of the close.
        if (client is null)
        {
            await gateway.RejectAsync(
                transport, (int)CloseCode.Unauthenticated, "The token or ticket is invalid or has expired.", http.RequestAborted);
            return;
        }

        client = client with
        {
            Address = http.Connection.RemoteIpAddress,
            TakesBatches = http.Request.Query["batch"] == "1",
        };
        await gateway.RunAsync(transport, client, http.RequestAborted);
    }

    /// <summary>Who connects; <c>null</c> where the token or ticket is no good.</summary>
    /// <exception cref="RequestException"><c>unauthenticated</c>: there is neither.</exception>
    private static async Task<ConnectingClient?> IdentifyAsync(
        HttpContext http, IConnectionTickets tickets, HandshakeRefusals refusals)
    {
        if (http.Request.Query["ticket"].ToString() is { Length: > 0 } ticket)
            return await tickets.RedeemAsync(ticket, http.RequestAborted);

        var token = await http.AuthenticateAsync();
        if (!token.None)
            return TokenAuthenticator.ClientOf(token);

        refusals.Count(HandshakeRefusal.NoToken);
        throw new RequestException(ErrorCode.Unauthenticated, "Connecting takes a token: add ?token= or ?ticket= to the address.");
    }
}
