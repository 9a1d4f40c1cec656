using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Events;

/// <summary>The types of events that other programs may send, and what each leads to.</summary>
internal static class EventTypes
{
    public static readonly IReadOnlyDictionary<string, Func<IncomingEvent, EventFields, IncomingEvent>> All =
        new Dictionary<string, Func<IncomingEvent, EventFields, IncomingEvent>>(StringComparer.Ordinal)
        {
            ["ai.hotgigs.resume.progressed"] = ResumeProgressed,
            ["ai.hotgigs.resume.completed"] = ResumeCompleted,
            ["ai.hotgigs.resume.failed"] = ResumeFailed,
            ["ai.hotgigs.candidate.added"] = CandidateAdded,
            ["ai.hotgigs.candidate.shared"] = CandidateShared,
            ["ai.hotgigs.match.found"] = MatchFound,
            ["ai.hotgigs.bulk_upload.completed"] = BulkUploadCompleted,
            ["ai.hotgigs.google_drive.sync_completed"] = GoogleDriveSyncCompleted,
        };

    private static IncomingEvent ResumeProgressed(IncomingEvent one, EventFields data) => one with
    {
        Report = new ReportResume(
            data.Uuid("resume_id"),
            data.Name<ResumeStatus>("status"),
            data.Number("progress"),
            data.Text("current_step"),
            data.OptionalText("error"),
            data.OptionalText("uploaded_by"),
            data.OptionalText("filename")),
    };

    private static IncomingEvent ResumeCompleted(IncomingEvent one, EventFields data)
    {
        var completed = new NotifyResumeCompleted(
            data.Text("user_id"), data.Uuid("resume_id"), data.Uuid("candidate_id"), data.Text("candidate_name"));
        return one with
        {
            // It may be the first that is heard of the resume: who is told of its end is who uploaded it.
            Report = new ReportResume(
                completed.ResumeId,
                ResumeStatus.Completed,
                100,
                ProcessingStep.Completed.Label(),
                null,
                completed.UserId,
                data.OptionalText("filename") ?? completed.CandidateName,
                completed.CandidateId),
            Notification = completed,
        };
    }

    private static IncomingEvent ResumeFailed(IncomingEvent one, EventFields data) => one with
    {
        Report = new ReportResume(
            data.Uuid("resume_id"),
            ResumeStatus.Failed,
            0,
            ProcessingStep.Queued.Label(),
            data.Text("error"),
            data.OptionalText("uploaded_by"),
            data.OptionalText("filename")),
    };

    private static IncomingEvent CandidateAdded(IncomingEvent one, EventFields data)
    {
        var userId = data.OptionalText("user_id");
        var everyone = data.OptionalText("room");
        if (data.Has("user_id") == data.Has("room"))
            data.Refuse("user_id", "Say either a user_id or a room.");
        if (everyone is not (null or "recruiters" or "admins"))
            data.Refuse("room", "Candidates are told of to 'recruiters' or 'admins'.");
        return one with
        {
            Notification = new NotifyCandidateAdded(
                userId, data.Uuid("candidate_id"), data.Text("candidate_name"), data.Name<CandidateSource>("source"))
            {
                Everyone = everyone == Room.Admins.Name ? Roles.Admin : Roles.Recruiter,
            },
        };
    }

    private static IncomingEvent CandidateShared(IncomingEvent one, EventFields data)
    {
        var sharedBy = data.Text("shared_by");
        var sharedById = data.OptionalText("shared_by_id");
        if (sharedById is not null && !User.IsValidId(sharedById))
            data.Refuse("shared_by_id", $"A user id has 1 to {User.MaxIdLength} characters and does not begin or end with a space.");
        return one with
        {
            Notification = new NotifyCandidateShared(
                data.Text("user_id"),
                data.Uuid("candidate_id"),
                data.Text("candidate_name"),
                sharedBy,
                data.OptionalText("share_reason"),
                data.OptionalText("share_notes"))
            {
                Actor = sharedById is null ? null : new Actor(sharedById, sharedBy),
            },
        };
    }

    private static IncomingEvent MatchFound(IncomingEvent one, EventFields data)
    {
        var score = data.Number("match_score");
        // A producer need not know from which score on a match is worth telling.
        var tellsNobody = score is >= 0 and < NotifyMatchFound.MinimumScore;
        return one with
        {
            Notification = new NotifyMatchFound(
                data.Text("user_id"),
                data.Uuid("match_id"),
                score,
                data.OptionalText("job_title"),
                data.OptionalText("candidate_name")),
            TellsNobody = tellsNobody,
        };
    }

    // A batch ends, and a sync runs, many times under one id: each of these events is an end of its own.

    private static IncomingEvent BulkUploadCompleted(IncomingEvent one, EventFields data) => one with
    {
        Notification = new NotifyBulkUploadCompleted(
            data.Text("user_id"), data.Uuid("batch_id"), data.Number("total_files"), data.Number("successful"), data.Number("failed"))
        {
            DeduplicationKey = EventKey.DeduplicationKey(one.Cause),
        },
    };

    private static IncomingEvent GoogleDriveSyncCompleted(IncomingEvent one, EventFields data) => one with
    {
        Notification = new NotifyGoogleDriveSyncCompleted(
            data.Text("user_id"), data.Uuid("sync_id"), data.Text("folder_name"), data.Number("new_files"))
        {
            DeduplicationKey = EventKey.DeduplicationKey(one.Cause),
        },
    };
}
