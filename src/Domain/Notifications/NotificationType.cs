using HotGigs.Domain.Common;

namespace HotGigs.Domain.Notifications;

/// <summary>
/// What a notification is about. The numbers are stored and the names are on the wire: append only.
/// A new member needs a Notify command and a presenter in the web client; tests name the file that is missing.
/// </summary>
public enum NotificationType
{
    /// <summary>A resume has been processed to its end.</summary>
    [WireName("resume_completed")]
    ResumeCompleted = 1,

    /// <summary>A candidate came into a recruiter's database or into the pool.</summary>
    [WireName("candidate_added")]
    CandidateAdded = 2,

    /// <summary>An admin shared a candidate with a recruiter.</summary>
    [WireName("candidate_shared")]
    CandidateShared = 3,

    /// <summary>A candidate and a job match with a score of 80 or more.</summary>
    [WireName("match_found")]
    MatchFound = 4,

    /// <summary>Every file of a bulk upload has ended.</summary>
    [WireName("bulk_upload_completed")]
    BulkUploadCompleted = 5,

    /// <summary>A synchronisation with a Google Drive folder has ended.</summary>
    [WireName("google_drive_sync_completed")]
    GoogleDriveSyncCompleted = 6,

    /// <summary>An announcement by an admin or a service to everyone of a room.</summary>
    [WireName("system_announcement")]
    SystemAnnouncement = 7,
}
