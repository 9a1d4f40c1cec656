namespace HotGigs.Domain.Notifications;

/// <summary>The user who caused a notification, under the name they had at that time.</summary>
public sealed record Actor(string Id, string Name);
