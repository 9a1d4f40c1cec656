using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Emails.Composing;

/// <summary>The colour by which each type is known, dark enough for white letters on it.</summary>
internal static class Accents
{
    public const string Neutral = "#475569";

    public static string Of(NotificationType type) => type switch
    {
        NotificationType.ResumeCompleted or NotificationType.BulkUploadCompleted => "#15803d",
        NotificationType.CandidateAdded or NotificationType.GoogleDriveSyncCompleted => "#1d4ed8",
        NotificationType.CandidateShared => "#7e22ce",
        NotificationType.MatchFound => "#a16207",
        _ => Neutral,
    };
}
