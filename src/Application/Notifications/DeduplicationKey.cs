using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>Tells the same event again from a new one: a recipient is told once per type and key.</summary>
public readonly record struct DeduplicationKey(NotificationType Type, string Text);
