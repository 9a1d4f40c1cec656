namespace HotGigs.Client;

/// <summary>What the data of every live notification holds, whatever its type.</summary>
internal sealed record NotificationData(Guid NotificationId, string Title, string Message, string? ActionUrl);
