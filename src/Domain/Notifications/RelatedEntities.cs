namespace HotGigs.Domain.Notifications;

/// <summary>The things a notification is about, each by its id where there is one.</summary>
public sealed record RelatedEntities
{
    public static readonly RelatedEntities None = new();

    public Guid? ResumeId { get; init; }

    public Guid? CandidateId { get; init; }

    public Guid? JobId { get; init; }

    public Guid? MatchId { get; init; }

    public Guid? BatchId { get; init; }

    public Guid? SyncId { get; init; }
}
