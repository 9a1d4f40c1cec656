using System.Text.Json;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about the connection itself.</summary>
internal static class ConnectionFrames
{
    /// <summary>The greeting, always the first frame: who the client is here, where the feed stands, how to stay and how to come back.</summary>
    public static Frame Connected(ClientConnection connection, FeedSnapshot feed, RealtimeOptions options, DateTimeOffset now) =>
        Frame.Create("connected", (connection, feed, options, now), static (json, about) =>
        {
            var (connection, feed, options, now) = about;
            json.WriteString("user_id"u8, connection.User.Id);
            json.WriteString("message"u8, "Connected to HotGigs notifications"u8);
            json.WriteString("connection_id"u8, connection.Id);
            WriteHead(json, feed);
            json.WriteNumber("ping_interval"u8, (long)options.PingInterval.TotalSeconds);
            json.WriteStartObject("reconnect"u8);
            json.WriteNumber("base_delay_ms"u8, (long)options.ReconnectDelay.TotalMilliseconds);
            json.WriteNumber("max_attempts"u8, options.MaxReconnectAttempts);
            json.WriteEndObject();
            WriteExpiry(json, "token_expires_in"u8, connection.TokenExpiresAt - now);
        });

    /// <summary>The token is about to expire: the client should refresh it.</summary>
    public static Frame TokenExpiring(TimeSpan left) =>
        Frame.Create("token_expiring", left, static (json, left) => WriteExpiry(json, "expires_in"u8, left));

    /// <summary>The connection now goes by the token that was sent.</summary>
    public static Frame TokenRefreshed(TimeSpan left, JsonElement reference) =>
        Frame.Create("token_refreshed", (left, reference), static (json, about) =>
        {
            WriteExpiry(json, "token_expires_in"u8, about.left);
            json.WriteRef(about.reference);
        });

    /// <summary>Answers a ping and tells where the feed stands, where that could be read: a client that lags behind it syncs.</summary>
    public static Frame Pong(FeedSnapshot? feed, DateTimeOffset now, JsonElement reference) =>
        Frame.Create("pong", (feed, now, reference), static (json, about) =>
        {
            if (about.feed is { } feed)
                WriteHead(json, feed);
            json.WriteTime("timestamp"u8, about.now);
            json.WriteRef(about.reference);
        });

    private static void WriteExpiry(Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan left) =>
        json.WriteNumber(name, Math.Max(0, (long)left.TotalSeconds));

    private static void WriteHead(Utf8JsonWriter json, FeedSnapshot feed)
    {
        json.WriteString("epoch"u8, feed.Epoch);
        json.WriteNumber("seq"u8, feed.Seq);
        json.WriteNumber("unread_count"u8, feed.UnreadCount);
    }
}
