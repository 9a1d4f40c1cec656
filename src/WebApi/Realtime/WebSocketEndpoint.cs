using HotGigs.Application.Common;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Tickets;
using HotGigs.WebApi.Errors;

namespace HotGigs.WebApi.Realtime;

/// <summary>Accepts WebSockets: judges origin and token or ticket, and hands the rest to the gateway.</summary>
internal sealed class WebSocketEndpoint(
    IWebSocketGateway gateway,
    ITokenAuthenticator tokens,
    IConnectionTickets tickets,
    IUserDirectory users,
    IRealtimeStatus realtime,
    HandshakeRefusals refusals,
    AllowedOrigins origins)
{
    public const string Path = "/ws/connect";

    // By then another server has taken over, or this one has started again.
    private const string RetryAfterSeconds = "5";

    public async Task ConnectAsync(HttpContext http)
    {
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

        var client = await IdentifyAsync(http.Request, http.RequestAborted);
        var takesBatches = http.Request.Query["batch"] == "1";
        var transport = await WebSocketTransport.AcceptAsync(http);
        // A browser learns nothing from a refused upgrade, so a bad token is told by the code of the close.
        await (client is null
            ? gateway.RejectAsync(
                transport, (int)CloseCode.Unauthenticated, "The token or ticket is invalid or has expired.", http.RequestAborted)
            : gateway.RunAsync(
                transport,
                client with { Address = http.Connection.RemoteIpAddress, TakesBatches = takesBatches },
                http.RequestAborted));
    }

    /// <summary>Who connects; <c>null</c> where the token or ticket is no good.</summary>
    /// <exception cref="RequestException"><c>unauthenticated</c>: there is neither.</exception>
    private async Task<ConnectingClient?> IdentifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query["ticket"].ToString() is { Length: > 0 } ticket)
            return await tickets.RedeemAsync(ticket, cancellationToken);

        // A browser cannot set headers on a WebSocket, so here, and only here, the token may stand in the URL.
        var token = request.Query["token"].ToString() is { Length: > 0 } inAddress ? inAddress : BearerOf(request);
        if (token is null)
        {
            refusals.Count(HandshakeRefusal.NoToken);
            throw new RequestException(ErrorCode.Unauthenticated, "Connecting takes a token: add ?token= or ?ticket= to the address.");
        }

        var client = await tokens.AuthenticateAsync(token, cancellationToken);
        if (client is not null)
            await users.RecordAsync(client.User, client.TokenIssuedAt, cancellationToken);
        return client;
    }

    private static string? BearerOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>Where WebSockets are asked for.</summary>
    internal static bool IsAt(PathString path) =>
        path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is "" or "/";
}

internal static class WebSocketEndpointRegistration
{
    /// <summary>Serves the live connections, with no more of the pipeline around them than the handling of errors.</summary>
    public static void UseWebSocketConnections(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapWhen(
            static http => WebSocketEndpoint.IsAt(http.Request.Path) && http.WebSockets.IsWebSocketRequest,
            connections =>
            {
                connections.UseMiddleware<ErrorHandling>();
                connections.Run(http => app.Services.GetRequiredService<WebSocketEndpoint>().ConnectAsync(http));
            });
        app.MapGet(WebSocketEndpoint.Path, Refuse).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Refuse() => throw RequestException.Invalid("upgrade", "This address takes WebSocket connections only.");
}
