using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Emails;

/// <summary>What mails of a type are about, as it is said to those who get them; the type's own name, where nobody has found better words.</summary>
public static class EmailTopics
{
    /// <param name="type">The type; <c>null</c> for all of them.</param>
    public static string Of(NotificationType? type) => type switch
    {
        null => "anything",
        NotificationType.ResumeCompleted => "processed resumes",
        NotificationType.CandidateAdded => "new candidates",
        NotificationType.CandidateShared => "candidates shared with you",
        NotificationType.MatchFound => "new matches",
        NotificationType.BulkUploadCompleted => "bulk uploads",
        NotificationType.GoogleDriveSyncCompleted => "Google Drive syncs",
        NotificationType.SystemAnnouncement => "announcements",
        { } other => other.ToWireName().Replace('_', ' '),
    };
}
