using System.Net.Sockets;

namespace HotGigs.Bench.Realtime.Clients;

/// <summary>Connections for which the network keeps little, so that it shows soon when nobody reads them.</summary>
internal static class SmallSockets
{
    public static HttpMessageInvoker Create(int receiveBuffer) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = receiveBuffer };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
