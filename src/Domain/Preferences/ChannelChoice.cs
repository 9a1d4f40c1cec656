using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.Preferences;

/// <summary>What a user has chosen for one notification type; <c>null</c> leaves a delivery channel as the type has it.</summary>
public sealed record ChannelChoice(NotificationType Type, bool? InApp, bool? Email, bool? Browser);
