namespace HotGigs.Application.Candidates;

/// <summary>Remembers when each user last looked at each candidate.</summary>
public interface ICandidateViews
{
    Task RecordAsync(Guid candidateId, string userId, DateTimeOffset viewedAt, CancellationToken cancellationToken);
}
