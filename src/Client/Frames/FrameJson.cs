using System.Text.Json.Serialization;

namespace HotGigs.Client;

// Generated, so that nothing is looked up by reflection: the client can be trimmed and compiled ahead of time.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConnectedFrame))]
[JsonSerializable(typeof(PongFrame))]
[JsonSerializable(typeof(ErrorFrame))]
[JsonSerializable(typeof(TokenExpiringFrame))]
[JsonSerializable(typeof(TokenRefreshedFrame))]
[JsonSerializable(typeof(ReconnectFrame))]
[JsonSerializable(typeof(WatchFrame))]
[JsonSerializable(typeof(MembershipFrame))]
[JsonSerializable(typeof(ResumeProgressFrame))]
[JsonSerializable(typeof(RoomMessageFrame))]
[JsonSerializable(typeof(PresenceFrame))]
[JsonSerializable(typeof(TypingFrame))]
[JsonSerializable(typeof(NotificationFrame))]
[JsonSerializable(typeof(NotificationUpdatedFrame))]
[JsonSerializable(typeof(NotificationDeletedFrame))]
[JsonSerializable(typeof(SyncResultFrame))]
[JsonSerializable(typeof(ReceiptFrame))]
[JsonSerializable(typeof(FeedPage))]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(NotificationData))]
internal sealed partial class FrameJson : JsonSerializerContext;
