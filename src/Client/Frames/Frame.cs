using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HotGigs.Client;

/// <summary>One frame of the server, with its type. Its fields are read when they are asked for; it may be kept.</summary>
public readonly struct Frame
{
    internal Frame(string type, ReadOnlyMemory<byte> json)
    {
        Type = type;
        Json = json;
    }

    /// <summary>One of <see cref="FrameTypes"/>, or one that came after this client; empty for what is no frame.</summary>
    public string Type { get; }

    /// <summary>The whole frame as it came, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Its fields by name, for those that <see cref="Read"/> does not know.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonElement Fields => JsonElement.Parse(Json.Span);

    /// <summary>Its fields as an object of its type; <c>null</c> for a type that this client does not know.</summary>
    /// <exception cref="JsonException">Its fields are not those of its type.</exception>
    public FrameContent? Read() => Type switch
    {
        FrameTypes.RoomMessage => As(FrameJson.Default.RoomMessageFrame),
        FrameTypes.Notification => As(FrameJson.Default.NotificationFrame),
        FrameTypes.ResumeProgress => As(FrameJson.Default.ResumeProgressFrame),
        FrameTypes.Pong => As(FrameJson.Default.PongFrame),
        FrameTypes.NotificationUpdated => As(FrameJson.Default.NotificationUpdatedFrame),
        FrameTypes.NotificationDeleted => As(FrameJson.Default.NotificationDeletedFrame),
        FrameTypes.Typing => As(FrameJson.Default.TypingFrame),
        FrameTypes.Presence => As(FrameJson.Default.PresenceFrame),
        FrameTypes.Receipt => As(FrameJson.Default.ReceiptFrame),
        FrameTypes.SyncResult => As(FrameJson.Default.SyncResultFrame),
        FrameTypes.Connected => As(FrameJson.Default.ConnectedFrame),
        FrameTypes.Error => As(FrameJson.Default.ErrorFrame),
        FrameTypes.Watching or FrameTypes.Unwatched => As(FrameJson.Default.WatchFrame),
        FrameTypes.JoinedRoom or FrameTypes.LeftRoom => As(FrameJson.Default.MembershipFrame),
        FrameTypes.TokenRefreshed => As(FrameJson.Default.TokenRefreshedFrame),
        FrameTypes.TokenExpiring => As(FrameJson.Default.TokenExpiringFrame),
        FrameTypes.Reconnect => As(FrameJson.Default.ReconnectFrame),
        _ => null,
    };

    public override string ToString() => Encoding.UTF8.GetString(Json.Span);

    private T As<T>(JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Json.Span, type) ?? throw new JsonException("A frame is an object.");
}
