using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// The bytes below a WebSocket, right after its handshake. Accepted here and not by ASP.NET Core, because that hands
/// out a <see cref="WebSocket"/>, through which only one message at a time can be written.
/// </summary>
/// <param name="stream">Carries frames in both directions.</param>
/// <param name="abort">Ends the connection at once, also while a read or a write is pending.</param>
public sealed class WebSocketTransport(Stream stream, Action abort)
{
    // RFC 6455, section 1.3.
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public Stream Stream => stream;

    public void Abort() => abort();

    /// <summary>Accepts a handshake, of which <c>IsWebSocketRequest</c> has said that it is one, over HTTP/1.1 or HTTP/2.</summary>
    public static async Task<WebSocketTransport> AcceptAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
        {
            var stream = await connect.AcceptAsync();
            Forget(http);
            return new WebSocketTransport(stream, http.Abort);
        }

        var headers = http.Response.Headers;
        headers.Upgrade = "websocket";
        headers.Connection = HeaderNames.Upgrade;
        headers.SecWebSocketAccept = AcceptOf(http.Request.Headers.SecWebSocketKey.ToString());
        var upgrade = http.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        var upgraded = await upgrade.UpgradeAsync();
        Forget(http);
        return new WebSocketTransport(upgraded, http.Abort);
    }

    // The request is kept for as long as the connection lives. What it carried is not needed any more, takes a
    // kilobyte or two, and has a token in it.
    private static void Forget(HttpContext http)
    {
        http.Request.Headers.Clear();
        http.Request.QueryString = QueryString.Empty;
        http.Features.Set<IQueryFeature>(null);
        if (http.Features.Get<IHttpRequestFeature>() is { } request)
            request.RawTarget = http.Request.Path;
    }

#pragma warning disable CA5350 // The protocol asks for SHA-1; it protects nothing.
    private static string AcceptOf(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350
}
