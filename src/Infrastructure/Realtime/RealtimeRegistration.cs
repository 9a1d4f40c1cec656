using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Acks;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Messages;
using HotGigs.Infrastructure.Realtime.Presence;
using HotGigs.Infrastructure.Realtime.Publishing;
using HotGigs.Infrastructure.Realtime.Rights;
using HotGigs.Infrastructure.Realtime.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

public static class RealtimeRegistration
{
    /// <summary>
    /// Adds the live connections: <see cref="IWebSocketGateway"/>, <see cref="IRealtimeStatus"/> and what keeps them
    /// healthy. They need MediatR, with this assembly's handlers, and <c>UseWebSockets()</c>, which recognises handshakes.
    /// </summary>
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RealtimeOptions>()
            .Bind(configuration.GetSection(RealtimeOptions.Section))
            .Configure(options => ReadOriginalVariables(options, configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RealtimeOptions>, RealtimeOptionsValidator>();
        // What the host allows for stopping has to hold the notice, and after it the closes and what is written last.
        services.AddOptions<HostOptions>().PostConfigure<IOptions<RealtimeOptions>>(static (host, realtime) =>
            host.ShutdownTimeout = Longest(host.ShutdownTimeout, realtime.Value.DrainNotice + TimeAfterNotice));

        services.AddHotGigsMetrics();
        services.AddSingleton<ConnectionTotals>();
        services.AddSingleton<HandshakeRefusals>();
        services.AddSingleton<ConnectionRegistry>();
        services.AddSingleton<WriteLanes>();
        services.AddSingleton<NodeIdentity>();
        services.AddSingleton<DrainSignal>();
        services.AddSingleton<PendingLastSeen>();
        services.AddSingleton<IPresence, LocalPresence>();
        services.AddSingleton<PendingAcks>();
        services.AddSingleton<RequestSender>();
        services.AddSingleton<MessageLoop>();
        services.AddSingleton<ClientMessageDispatcher>();
        services.AddSingleton<IClientMessageHandler, PingMessageHandler>();
        services.AddSingleton<IClientMessageHandler, WatchResumeMessageHandler>();
        services.AddSingleton<IClientMessageHandler, UnwatchResumeMessageHandler>();
        services.AddSingleton<IClientMessageHandler, JoinRoomMessageHandler>();
        services.AddSingleton<IClientMessageHandler, LeaveRoomMessageHandler>();
        services.AddSingleton<IClientMessageHandler, SyncMessageHandler>();
        services.AddSingleton<IClientMessageHandler, AckMessageHandler>();
        services.AddSingleton<IClientMessageHandler, RefreshTokenMessageHandler>();
        services.AddSingleton<IConnectionTickets, MemoryTickets>();
        services.AddSingleton<LiveRights>();
        services.AddSingleton<ILiveRights>(provider => provider.GetRequiredService<LiveRights>());
        services.AddSingleton<RightsReview>();
        services.AddSingleton<ISignOuts, SignOuts>();
        services.AddHostedService<RightsWorker>();
        services.AddSingleton<IClientMessageHandler, PresenceMessageHandler>();
        services.AddSingleton<IClientMessageHandler, TypingMessageHandler>();
        services.AddSingleton<IWebSocketGateway, WebSocketGateway>();
        services.AddSingleton<IRealtimeStatus, RealtimeStatus>();
        services.AddSingleton<IRoomMessages, WebSocketRoomMessages>();
        services.AddSingleton<RealtimeHistory>();
        services.AddSingleton<IRealtimeHistory>(provider => provider.GetRequiredService<RealtimeHistory>());
        services.AddHostedService(provider => provider.GetRequiredService<RealtimeHistory>());
        services.AddHostedService<RealtimeGauges>();
        services.AddHostedService<AckWriter>();
        services.AddHostedService<ConnectionSweeper>();
        services.AddHostedService<LastSeenWriter>();
        services.AddHostedService<PresenceSweeper>();
        services.AddHostedService<ConnectionDrain>();
        services.AddHealthChecks().AddCheck<DrainHealth>("connections");
        return services;
    }

    private static TimeSpan TimeAfterNotice { get; } = TimeSpan.FromSeconds(30);

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // The names under which existing deployments configure these, each in the unit its name has always had.
    private static void ReadOriginalVariables(RealtimeOptions options, IConfiguration configuration)
    {
        if (configuration.GetValue<int?>("WS_PING_INTERVAL") is { } seconds)
            options.PingInterval = TimeSpan.FromSeconds(seconds);
        if (configuration.GetValue<int?>("WS_RECONNECT_DELAY") is { } milliseconds)
            options.ReconnectDelay = TimeSpan.FromMilliseconds(milliseconds);
        if (configuration.GetValue<int?>("WS_MAX_RECONNECT_ATTEMPTS") is { } attempts)
            options.MaxReconnectAttempts = attempts;
    }
}
