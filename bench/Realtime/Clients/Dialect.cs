using System.Text;

namespace HotGigs.Bench.Realtime.Clients;

/// <summary>How one kind of server is spoken to over its WebSocket.</summary>
internal abstract class Dialect
{
    /// <summary>Where a user connects.</summary>
    public virtual string Path(string user) => $"/ws?user={user}";

    /// <summary>What the client says first; <c>null</c> where the server begins by itself.</summary>
    public virtual byte[]? Opening => null;

    /// <summary>What the message holds that ends connecting.</summary>
    public virtual byte[] Greeting => "connected"u8.ToArray();

    /// <summary>The message that joins a room.</summary>
    public virtual byte[] Join(string room) => Encoding.UTF8.GetBytes(room);

    /// <summary>What the answer to it holds.</summary>
    public virtual byte[] Joined => "joined"u8.ToArray();

    /// <summary>What has to be answered to a message that keeps the connection alive; <c>null</c> to others.</summary>
    public virtual byte[]? AnswerTo(ReadOnlySpan<byte> message) => null;

    /// <summary>Whether one WebSocket message may hold several, and by what they are divided.</summary>
    public virtual byte? Separator => null;

    /// <summary>Bytes that this server's messages have around what was posted.</summary>
    public virtual int Envelope => 0;
}

/// <summary>Plain text messages: the bare Kestrel loop and <c>ws</c>.</summary>
internal sealed class PlainDialect : Dialect;

/// <summary>SignalR's JSON protocol, without negotiation.</summary>
internal sealed class SignalRDialect : Dialect
{
    private const byte RecordSeparator = 0x1E;

    public override byte[] Opening => "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();

    public override byte[] Greeting => "{}"u8.ToArray();

    public override byte[] Joined => "\"type\":3"u8.ToArray();

    public override byte? Separator => RecordSeparator;

    public override int Envelope => """{"type":1,"target":"room_message","arguments":[]}""".Length + 1;

    public override byte[] Join(string room) =>
        Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{room}}"]}""" + "\u001e");

    // A client that only listens has to show now and then that it is there.
    public override byte[]? AnswerTo(ReadOnlySpan<byte> message) =>
        message.SequenceEqual("{\"type\":6}"u8) ? "{\"type\":6}\u001e"u8.ToArray() : null;
}

/// <summary>Engine.IO 4 with Socket.IO 5 on it.</summary>
internal sealed class SocketIoDialect : Dialect
{
    public override byte[] Opening => "40"u8.ToArray();

    public override byte[] Greeting => "40{"u8.ToArray();

    public override int Envelope => """42["room_message",]""".Length;

    public override string Path(string user) => $"/socket.io/?EIO=4&transport=websocket&user={user}";

    public override byte[] Join(string room) => Encoding.UTF8.GetBytes($"""42["join","{room}"]""");

    public override byte[]? AnswerTo(ReadOnlySpan<byte> message) => message.SequenceEqual("2"u8) ? "3"u8.ToArray() : null;
}
