using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Client.Tests;

/// <summary>A server on a real socket that does nothing by itself: the test plays it.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Channel<FakePeer> peers = Channel.CreateUnbounded<FakePeer>();

    private FakeServer(WebApplication server) => this.server = server;

    public Uri Address => new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What a handshake is refused with; <c>null</c> lets in.</summary>
    public HttpStatusCode? Refusal { get; set; }

    /// <summary>How many tried to connect.</summary>
    public int Handshakes { get; private set; }

    public static async Task<FakeServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var fake = new FakeServer(builder.Build());
        fake.server.UseWebSockets();
        fake.server.Run(fake.ServeAsync);
        await fake.server.StartAsync();
        return fake;
    }

    /// <summary>The next client that has connected.</summary>
    public async Task<FakePeer> AcceptAsync() => await peers.Reader.ReadAsync(Limits.Token());

    /// <summary>The next client, greeted.</summary>
    public async Task<FakePeer> GreetAsync(string epoch = "e1", long seq = 0, string more = "")
    {
        var peer = await AcceptAsync();
        await peer.GreetAsync(epoch, seq, more);
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        Handshakes++;
        if (Refusal is { } status)
        {
            context.Response.StatusCode = (int)status;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new FakePeer(socket, context.Request.Headers.Authorization.ToString(), context.Request.QueryString.Value ?? "");
        peers.Writer.TryWrite(peer);
        await peer.RunAsync(context.RequestAborted);
    }
}
