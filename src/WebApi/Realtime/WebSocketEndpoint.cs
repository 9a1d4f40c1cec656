using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Authentication;
using Microsoft.AspNetCore.Authentication;

namespace HotGigs.WebApi.Realtime;

/// <summary>Accepts WebSockets: judges origin and token, and hands the rest to the gateway.</summary>
internal static class WebSocketEndpoint
{
    public const string Path = "/ws/connect";

    // By then another server has taken over, or this one has started again.
    private const string RetryAfterSeconds = "5";

    public static void MapWebSocket(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ConnectAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task ConnectAsync(HttpContext http, IWebSocketGateway gateway, IRealtimeStatus realtime, AllowedOrigins origins)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            throw RequestException.Invalid("upgrade", "This address takes WebSocket connections only.");
        if (!origins.Admits(http.Request))
            throw new RequestException(ErrorCode.Forbidden, "This site may not connect: its origin is not allowed.");

        if (realtime.IsDraining)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            throw new RequestException(ErrorCode.Unavailable, "This server is stopping. Connect again in a moment.");
        }

        var token = await http.AuthenticateAsync();
        if (token.None)
            throw new RequestException(ErrorCode.Unauthenticated, "Connecting takes a token: add ?token= to the address.");

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        // A browser learns nothing from a refused upgrade, so a bad token is told by the code of the close.
        if (!token.Succeeded || TokenIdentity.Read(token.Principal) is not { } user)
        {
            await gateway.RejectAsync(socket, (int)CloseCode.Unauthenticated, "The token is invalid or has expired.", http.RequestAborted);
            return;
        }

        var client = new ConnectingClient(
            user, TokenIdentity.ReadIssuedAt(token.Principal), token.Properties.ExpiresUtc ?? DateTimeOffset.MaxValue)
        {
            Address = http.Connection.RemoteIpAddress,
            TakesBatches = http.Request.Query["batch"] == "1",
        };
        await gateway.RunAsync(socket, client, http.RequestAborted);
    }
}
