using System.Diagnostics.Metrics;
using System.Globalization;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Presence;
using HotGigs.Infrastructure.Realtime.Publishing;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using CapturedLog = HotGigs.Tests.Shared.Servers.CapturedLog;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>The realtime server on a real Kestrel and a real port, with a clock that stands still and an application that answers as told.</summary>
internal sealed class RealtimeHost : IAsyncDisposable
{
    private readonly WebApplication server;

    private RealtimeHost(WebApplication server, FakeTimeProvider clock, FakeApplication application, CapturedLog log)
    {
        this.server = server;
        Clock = clock;
        Application = application;
        Log = log;
        var http = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri(http.Replace("http", "ws", StringComparison.Ordinal));
    }

    /// <summary>Where clients connect: <c>ws://</c>, or <c>wss://</c> where it was configured so.</summary>
    public Uri Address { get; }

    public FakeTimeProvider Clock { get; }

    public FakeApplication Application { get; }

    /// <summary>What is known of users, and which tokens are good.</summary>
    public FakeIdentities Identities => server.Services.GetRequiredService<FakeIdentities>();

    public ILiveRights Rights => server.Services.GetRequiredService<ILiveRights>();

    public ISignOuts SignOuts => server.Services.GetRequiredService<ISignOuts>();

    public ConnectionRegistry Registry => server.Services.GetRequiredService<ConnectionRegistry>();

    public IMeterFactory Meters => server.Services.GetRequiredService<IMeterFactory>();

    public HandshakeRefusals Refusals => server.Services.GetRequiredService<HandshakeRefusals>();

    public CapturedLog Log { get; }

    public RealtimeMetrics Metrics => server.Services.GetRequiredService<RealtimeMetrics>();

    public IPresence Presence => server.Services.GetRequiredService<IPresence>();

    public IRealtimeHistory History => server.Services.GetRequiredService<IRealtimeHistory>();

    public IRealtimeStatus Status => server.Services.GetRequiredService<IRealtimeStatus>();

    /// <param name="settings">Other than the defaults.</param>
    /// <param name="configure">Changes what the server is made of.</param>
    public static async Task<RealtimeHost> StartAsync(
        Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var application = new FakeApplication();
        var log = new CapturedLog();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddProvider(log);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // The clock stands still: a notice would never end.
            ["Realtime:DrainNotice"] = "00:00:00",
            // It leaps, too, and a client answers the network's pings only while the test reads.
            ["Realtime:KeepAliveInterval"] = "01:00:00",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IMediator>(application);
        builder.Services.AddSingleton<IFeedReader>(application);
        builder.Services.AddSingleton<FakeIdentities>();
        builder.Services.AddSingleton<IUserDirectory>(provider => provider.GetRequiredService<FakeIdentities>());
        builder.Services.AddSingleton<ITokenAuthenticator>(provider => provider.GetRequiredService<FakeIdentities>());
        builder.Services.AddRealtime(builder.Configuration);
        builder.Services.AddSingleton<INotificationHandler<DomainEventNotification<NotificationCreated>>, WebSocketNotificationPublisher>();
        builder.Services.AddSingleton<INotificationHandler<DomainEventNotification<NotificationsChanged>>, WebSocketNotificationPublisher>();
        builder.Services.AddSingleton<INotificationHandler<DomainEventNotification<NotificationsReadUpTo>>, WebSocketNotificationPublisher>();
        builder.Services.AddSingleton<INotificationHandler<DomainEventNotification<NotificationsDeleted>>, WebSocketNotificationPublisher>();
        builder.Services.AddSingleton<INotificationHandler<DomainEventNotification<ResumeProgressed>>, WebSocketResumeProgressPublisher>();
        configure?.Invoke(builder);
        var server = builder.Build();
        server.UseWebSockets();
        server.Run(ServeAsync);
        await server.StartAsync();
        return new RealtimeHost(server, clock, application, log);
    }

    /// <summary>Connects without reading anything.</summary>
    public Task<TestClient> OpenAsync(
        string user = "ann", Roles roles = Roles.Recruiter, DateTimeOffset? tokenExpiresAt = null, string path = "/") =>
        TestClient.ConnectAsync(new Uri(Address, path), new Dictionary<string, string>
        {
            ["x-user"] = user,
            ["x-roles"] = ((int)roles).ToString(CultureInfo.InvariantCulture),
            ["x-expires"] = (tokenExpiresAt ?? Clock.GetUtcNow().AddHours(8)).ToString("O"),
        });

    /// <summary>Connects and reads the greeting.</summary>
    public async Task<TestClient> ConnectAsync(
        string user = "ann", Roles roles = Roles.Recruiter, DateTimeOffset? tokenExpiresAt = null)
    {
        var client = await OpenAsync(user, roles, tokenExpiresAt);
        Assert.Equal("connected", (await client.ReceiveAsync()).GetProperty("type").GetString());
        return client;
    }

    /// <summary>Publishes what has been committed.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="committedAt">When, as a timestamp of the clock.</param>
    public Task PublishAsync<TEvent>(TEvent happened, long? committedAt = null)
        where TEvent : IDomainEvent =>
        server.Services.GetRequiredService<INotificationHandler<DomainEventNotification<TEvent>>>()
            .Handle(new DomainEventNotification<TEvent>(happened) { CommittedAt = committedAt }, CancellationToken.None);

    public Task PublishAsync(ResumeProgress progress) => PublishAsync(new ResumeProgressed(progress));

    public Task StopAsync() => server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        // Clients that a test left behind do not answer the close, and the clock that would give them up stands still.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
    }

    private static async Task ServeAsync(HttpContext context)
    {
        var gateway = context.RequestServices.GetRequiredService<IWebSocketGateway>();
        if (context.Request.Path == "/rejected")
        {
            await gateway.RejectAsync(
                await WebSocketTransport.AcceptAsync(context), (int)CloseCode.Unauthenticated, "The token is invalid.", context.RequestAborted);
            return;
        }

        var client = ReadClient(context);
        await gateway.RunAsync(await WebSocketTransport.AcceptAsync(context), client, context.RequestAborted);
    }

    private static ConnectingClient ReadClient(HttpContext context)
    {
        string Header(string name) => context.Request.Headers[name].ToString();
        var roles = (Roles)int.Parse(Header("x-roles"), CultureInfo.InvariantCulture);
        var id = Header("x-user");
        var user = new UserIdentity(id, string.Concat(id[..1].ToUpperInvariant(), id[1..]), null, roles);
        var expires = DateTimeOffset.Parse(Header("x-expires"), CultureInfo.InvariantCulture);
        return new ConnectingClient(user, expires.AddHours(-8), expires)
        {
            Address = context.Connection.RemoteIpAddress,
            TakesBatches = context.Request.Query["batch"] == "1",
        };
    }
}
