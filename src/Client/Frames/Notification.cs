using System.Text.Json;

namespace HotGigs.Client;

/// <summary>A notification as it stands in the feed.</summary>
/// <param name="Type">Such as <c>resume_completed</c>. There may be types that came after this client.</param>
/// <param name="ActionUrl">A path of the site, or <c>null</c>.</param>
/// <param name="Data">The payload of its type.</param>
/// <param name="Related">The ids of the things it is about, those that there are.</param>
/// <param name="Seq">The position it was created at: a watermark compares with it.</param>
/// <param name="ChangedSeq">The position of its last change: recovery compares with it.</param>
/// <param name="Channels">Its delivery channels.</param>
public sealed record Notification(
    Guid Id,
    string Type,
    string Title,
    string Message,
    string? ActionUrl,
    JsonElement Data,
    RelatedEntities? Related,
    Actor? Actor,
    bool IsRead,
    DateTimeOffset? ReadAt,
    bool IsSeen,
    DateTimeOffset? SeenAt,
    bool IsArchived,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    long Seq,
    long ChangedSeq,
    IReadOnlyList<string>? Channels);

/// <summary>The things a notification is about.</summary>
public sealed record RelatedEntities(
    Guid? ResumeId, Guid? CandidateId, Guid? JobId, Guid? MatchId, Guid? BatchId, Guid? SyncId);

/// <summary>The user who caused a notification.</summary>
public sealed record Actor(string Id, string Name);
