namespace HotGigs.Application.Candidates;

/// <summary>Keeps the words by which candidates are sorted in.</summary>
public interface ICandidateTags
{
    /// <summary>Replaces the tags of a candidate who exists.</summary>
    Task ReplaceAsync(Guid candidateId, IReadOnlyList<string> tags, CancellationToken cancellationToken);
}
