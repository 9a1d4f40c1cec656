using System.Text.Json;
using System.Text.Json.Serialization;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>A notification as clients see it, by REST and by socket alike.</summary>
/// <param name="Data">The typed payload of its type.</param>
/// <param name="Seq">The position it was created at: a watermark compares with it.</param>
/// <param name="ChangedSeq">The position of its last change: recovery compares with it.</param>
public sealed record NotificationDto(
    Guid Id,
    string Type,
    string Title,
    string Message,
    string? ActionUrl,
    JsonElement Data,
    RelatedEntitiesDto Related,
    ActorDto? Actor,
    bool IsRead,
    DateTimeOffset? ReadAt,
    bool IsSeen,
    DateTimeOffset? SeenAt,
    bool IsArchived,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    long Seq,
    long ChangedSeq,
    IReadOnlyList<string> Channels)
{
    public static NotificationDto Of(Notification notification) => new(
        notification.Id,
        notification.Type.ToWireName(),
        notification.Title,
        notification.Message,
        notification.ActionUrl,
        JsonElement.Parse(notification.PayloadJson),
        RelatedEntitiesDto.Of(notification.Related),
        notification.Actor is { } actor ? new ActorDto(actor.Id, actor.Name) : null,
        notification.IsRead,
        notification.ReadAt,
        notification.IsSeen,
        notification.SeenAt,
        notification.IsArchived,
        notification.CreatedAt,
        notification.ExpiresAt,
        notification.Seq,
        notification.ChangedSeq,
        [.. notification.Channels.WireNames()]);
}

/// <summary>The things a notification is about; those it is not about are left out.</summary>
public sealed record RelatedEntitiesDto(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ResumeId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CandidateId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? JobId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? MatchId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? BatchId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SyncId)
{
    public static RelatedEntitiesDto Of(RelatedEntities related) => new(
        related.ResumeId, related.CandidateId, related.JobId, related.MatchId, related.BatchId, related.SyncId);
}

/// <summary>The user who caused a notification.</summary>
public sealed record ActorDto(string Id, string Name);
