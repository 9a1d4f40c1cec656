using System.Buffers;
using System.Text.Json;

namespace HotGigs.Client;

/// <summary>The messages a client can send, as JSON. Each carries the id that its answer repeats.</summary>
internal static class ClientMessages
{
    public static ReadOnlyMemory<byte> Ping(long id) => Write("ping"u8, id, 0, static (_, _) => { });

    public static ReadOnlyMemory<byte> WatchResume(long id, Guid resumeId) =>
        Write("watch_resume"u8, id, resumeId, static (json, resumeId) => json.WriteString("resume_id"u8, resumeId));

    public static ReadOnlyMemory<byte> UnwatchResume(long id, Guid resumeId) =>
        Write("unwatch_resume"u8, id, resumeId, static (json, resumeId) => json.WriteString("resume_id"u8, resumeId));

    public static ReadOnlyMemory<byte> JoinRoom(long id, string room) => InRoom("join_room"u8, id, room);

    public static ReadOnlyMemory<byte> LeaveRoom(long id, string room) => InRoom("leave_room"u8, id, room);

    public static ReadOnlyMemory<byte> Presence(long id, string room) => InRoom("presence"u8, id, room);

    public static ReadOnlyMemory<byte> Typing(long id, string room, bool isTyping) =>
        Write("typing"u8, id, (room, isTyping), static (json, typing) =>
        {
            json.WriteString("room"u8, typing.room);
            json.WriteBoolean("is_typing"u8, typing.isTyping);
        });

    public static ReadOnlyMemory<byte> Ack(long id, long seq) =>
        Write("ack"u8, id, seq, static (json, seq) => json.WriteNumber("seq"u8, seq));

    public static ReadOnlyMemory<byte> Sync(long id, FeedPosition since) =>
        Write("sync"u8, id, since, static (json, since) =>
        {
            json.WriteNumber("since"u8, since.Seq);
            json.WriteString("epoch"u8, since.Epoch);
        });

    public static ReadOnlyMemory<byte> RefreshToken(long id, string token) =>
        Write("refresh_token"u8, id, token, static (json, token) => json.WriteString("token"u8, token));

    private static ReadOnlyMemory<byte> InRoom(ReadOnlySpan<byte> type, long id, string room) =>
        Write(type, id, room, static (json, room) => json.WriteString("room"u8, room));

    private static ReadOnlyMemory<byte> Write<T>(ReadOnlySpan<byte> type, long id, T fields, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteNumber("id"u8, id);
        write(json, fields);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
