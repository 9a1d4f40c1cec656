using HotGigs.Domain.Users;

namespace HotGigs.Domain.Candidates;

/// <summary>A recruiter's right to see a candidate whom an admin has shared with them, and why they did.</summary>
public sealed class CandidateShare
{
    public const int MaxReasonLength = 2_000;

    private CandidateShare()
    {
    }

    /// <summary>Another one for every share: one that is taken back and given again is a new one.</summary>
    public Guid Id { get; private set; }

    public Guid CandidateId { get; private set; }

    /// <summary>The recruiter who may see them.</summary>
    public string RecruiterId { get; private set; } = "";

    /// <summary>The admin who shared them, or changed last what is said of it.</summary>
    public string SharedById { get; private set; } = "";

    /// <summary>Their name at that time.</summary>
    public string SharedBy { get; private set; } = "";

    public string? Reason { get; private set; }

    public string? Notes { get; private set; }

    public DateTimeOffset SharedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The notification that told the recruiter; <c>null</c> where they want none in their feed.</summary>
    public Guid? NotificationId { get; private set; }

    public static CandidateShare Create(Guid candidateId, string recruiterId, UserIdentity sharedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        CandidateId = candidateId,
        RecruiterId = recruiterId,
        SharedById = sharedBy.Id,
        SharedBy = sharedBy.Name,
        SharedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Says why. What is not given stays as it was.</summary>
    public void Explain(UserIdentity sharedBy, string? reason, string? notes, DateTimeOffset now)
    {
        SharedById = sharedBy.Id;
        SharedBy = sharedBy.Name;
        Reason = reason ?? Reason;
        Notes = notes ?? Notes;
        UpdatedAt = now;
    }

    /// <summary>Remembers which notification told the recruiter: its receipts are those of the share.</summary>
    public void MarkTold(Guid? notificationId) => NotificationId = notificationId;
}
