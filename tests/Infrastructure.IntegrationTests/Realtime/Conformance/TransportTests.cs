using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>The same over everything a WebSocket may run on: HTTP/1.1 and HTTP/2, in the clear and over TLS.</summary>
public sealed class TransportTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Messages_of_all_sizes_fragments_and_closes_pass(int http, bool isSecure)
    {
        await using var host = await StartAsync(http, isSecure);
        using var invoker = Invoker();
        using var socket = await ConnectAsync(host, invoker, http);
        using var other = await ConnectAsync(host, invoker, http, "other");
        var connection = host.Registry.Users.Of("ann")[0];

        // Of all forms of length, more than the window of an HTTP/2 stream takes at once.
        var sizes = new[] { 0, 125, 126, 65_535, 65_536, 200_000, 1 };
        foreach (var size in sizes)
            connection.Enqueue(MembershipFrames.JoinedRoom(new string('x', size), default));
        foreach (var size in sizes)
            Assert.Equal(size, (await ReceiveAsync(socket)).GetProperty("room").GetString()!.Length);

        await SendAsync(socket, """{"type":"p""", endOfMessage: false);
        await SendAsync(socket, """ing","id":1}""");
        Assert.Equal(1, (await ReceiveAsync(socket)).GetProperty("ref").GetInt32());
        await SendAsync(socket, "{");
        Assert.Equal("malformed_json", (await ReceiveAsync(socket)).GetProperty("code").GetString());

        connection.Close(Infrastructure.Realtime.CloseCode.GoingAway, "Bye.");
        Assert.Equal(1001, await CloseCodeOfAsync(socket));

        // On HTTP/2 the next stream of the same network connection is not touched by the end of the first.
        await SendAsync(other, """{"type":"ping"}""");
        Assert.Equal("pong", (await ReceiveAsync(other)).GetProperty("type").GetString());
        using var timeout = new CancellationTokenSource(Patience);
        await other.CloseAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, other.CloseStatus);
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "both ended");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Bad_input_gets_its_close_code_and_who_vanishes_is_cleaned_up(int http, bool isSecure)
    {
        await using var host = await StartAsync(http, isSecure);
        using var invoker = Invoker();
        using var garbled = await ConnectAsync(host, invoker, http);
        using var large = await ConnectAsync(host, invoker, http);
        using var vanishing = await ConnectAsync(host, invoker, http);
        using var slow = await ConnectAsync(host, invoker, http, "slow");

        await SendAsync(garbled, [(byte)'"', 0xC3, (byte)'(']);
        await SendAsync(large, new byte[1_000_000].Select(_ => (byte)' ').ToArray());
        vanishing.Abort();
        var stalled = host.Registry.Users.Of("slow")[0];
        while (!stalled.IsClosing)
            stalled.Enqueue(MembershipFrames.JoinedRoom(new string('x', 30_000), default));

        Assert.Equal(1007, await CloseCodeOfAsync(garbled));
        Assert.Equal(1009, await CloseCodeOfAsync(large));
        Assert.Equal(4440, await CloseCodeOfAsync(slow));
        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "all ended");
    }

    private static Task<RealtimeHost> StartAsync(int http, bool isSecure) => RealtimeHost.StartAsync(configure: builder =>
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = http == 2 ? HttpProtocols.Http2 : HttpProtocols.Http1;
            if (isSecure)
                listen.UseHttps(SelfSigned());
        }));
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var made = request.CreateSelfSigned(now, now.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static HttpMessageInvoker Invoker() => new(new SocketsHttpHandler
    {
#pragma warning disable CA5359 // It is made by this test.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
    });

    private static async Task<ClientWebSocket> ConnectAsync(RealtimeHost host, HttpMessageInvoker invoker, int http, string user = "ann")
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = new Version(http, http == 1 ? 1 : 0);
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.SetRequestHeader("x-user", user);
        socket.Options.SetRequestHeader("x-roles", "2");
        socket.Options.SetRequestHeader("x-expires", host.Clock.GetUtcNow().AddHours(8).ToString("O"));
        using var timeout = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(host.Address, invoker, timeout.Token);
        Assert.Equal("connected", (await ReceiveAsync(socket)).GetProperty("type").GetString());
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text, bool endOfMessage = true) =>
        SendAsync(socket, Encoding.UTF8.GetBytes(text), endOfMessage);

    private static async Task SendAsync(ClientWebSocket socket, byte[] bytes, bool endOfMessage = true)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage, timeout.Token);
    }

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var buffer = new byte[1 << 20];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), timeout.Token);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return JsonElement.Parse(buffer.AsSpan(0, length));
    }

    private static async Task<int> CloseCodeOfAsync(ClientWebSocket socket)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var buffer = new byte[1 << 16];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), timeout.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
        return (int)socket.CloseStatus!;
    }
}
