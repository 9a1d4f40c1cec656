using System.ComponentModel.DataAnnotations;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Limits and times of the live connections; section <c>Realtime</c>. The defaults are those of the wire contract.</summary>
public sealed class RealtimeOptions
{
    public const string Section = "Realtime";

    /// <summary>How often a client is asked to send <c>ping</c>. Also <c>WS_PING_INTERVAL</c>, in seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may send nothing before it is closed; two and a half pings unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "03:00:00")]
    public TimeSpan? SilenceTimeout { get; set; }

    /// <summary>From what delay a client backs off when it reconnects. Also <c>WS_RECONNECT_DELAY</c>, in milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>After how many attempts a client leaves it to its user. Also <c>WS_MAX_RECONNECT_ATTEMPTS</c>.</summary>
    [Range(0, 1_000)]
    public int MaxReconnectAttempts { get; set; } = 5;

    /// <summary>How long a connection may outlive its token.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TokenGrace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long before its token expires a connection is told so.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan TokenWarning { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a ticket lets its holder connect.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Tickets a user may be given within one lifetime of a ticket.</summary>
    [Range(1, 10_000)]
    public int MaxTicketsPerUser { get; set; } = 30;

    /// <summary>Tickets given to all users within one lifetime of a ticket: they are kept in memory.</summary>
    [Range(1, 10_000_000)]
    public int MaxTickets { get; set; } = 100_000;

    /// <summary>How long it is remembered that a user was signed out; no shorter than tokens live.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan SignOutRetention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>After how long it is tried again to authorise what a connection holds, where that failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RightsRetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Interval of protocol pings: they keep proxies from closing an idle connection.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a protocol ping may stay unanswered before the connection counts as dead.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one frame may take to be written before the connection is aborted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a close may take, with what is still queued before it, until the connection is aborted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest message a client may send, in bytes over all its fragments.</summary>
    [Range(256, 1_048_576)]
    public int MaxMessageBytes { get; set; } = 16 * 1024;

    /// <summary>Messages a client may send per second, in the long run.</summary>
    [Range(1, 10_000)]
    public int MessagesPerSecond { get; set; } = 20;

    /// <summary>Messages a client may send at once after a pause.</summary>
    [Range(1, 10_000)]
    public int MessageBurst { get; set; } = 40;

    /// <summary>So many messages over the rate in a row end the connection.</summary>
    [Range(1, 10_000)]
    public int MaxRateLimitedInRow { get; set; } = 100;

    /// <summary>So many malformed messages in a row end the connection.</summary>
    [Range(1, 10_000)]
    public int MaxMalformedInRow { get; set; } = 20;

    /// <summary>Connections this server takes at a time.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnections { get; set; } = 100_000;

    /// <summary>Connections from one address at a time; of IPv6, from one /64 network.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>Connections a user may have at a time.</summary>
    [Range(1, 1_000)]
    public int MaxConnectionsPerUser { get; set; } = 10;

    /// <summary>Rooms a connection may be in.</summary>
    [Range(1, 10_000)]
    public int MaxRoomsPerConnection { get; set; } = 128;

    /// <summary>Resumes a connection may watch.</summary>
    [Range(1, 10_000)]
    public int MaxWatchesPerConnection { get; set; } = 128;

    /// <summary>Frames that may wait for a client that reads slowly.</summary>
    [Range(8, 1_000_000)]
    public int MaxQueuedFrames { get; set; } = 1_000;

    /// <summary>Bytes that may wait for a client that reads slowly.</summary>
    [Range(65_536, 1_073_741_824)]
    public int MaxQueuedBytes { get; set; } = 1_048_576;

    /// <summary>How often what clients have confirmed to have received is written to the database, for all of them together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan AckInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Users whose confirmations may wait to be written. Those of further ones are dropped: their next one says the same.</summary>
    [Range(1, 10_000_000)]
    public int MaxPendingAcks { get; set; } = 100_000;

    /// <summary>How long a user whose last connection has left a room still counts as online there.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PresenceGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a stopping server serves on, for its clients to leave by themselves.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainNotice { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Over how long the clients of a stopping server are spread when they come back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DrainSpread { get; set; } = TimeSpan.FromSeconds(30);

    internal TimeSpan SilenceLimit => SilenceTimeout ?? PingInterval * 2.5;
}
