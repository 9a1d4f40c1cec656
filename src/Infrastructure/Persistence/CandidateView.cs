namespace HotGigs.Infrastructure.Persistence;

/// <summary>When a user last looked at a candidate.</summary>
internal sealed class CandidateView
{
    public required Guid CandidateId { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset ViewedAt { get; set; }
}
