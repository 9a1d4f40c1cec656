using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>Composed notifications, as short as a test needs them.</summary>
internal static class Drafts
{
    public static NotificationDraft Any(
        NotificationType type = NotificationType.ResumeCompleted, string? actionUrl = "/candidates/7", string? key = null) => new()
        {
            Type = type,
            Title = "Resume Processing Complete",
            Message = "Resume for Ada Lovelace has been processed successfully",
            ActionUrl = actionUrl,
            PayloadJson = """{"candidate_name":"Ada Lovelace"}""",
            DeduplicationKey = key,
        };
}
