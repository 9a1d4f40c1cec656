using HotGigs.Domain.Candidates;

namespace HotGigs.Application.Candidates;

/// <summary>Shares of candidates, stored together with the notifications that tell of them.</summary>
public interface IShareTransaction
{
    /// <summary>The shares there are of any of these candidates with any of these recruiters. What is changed of them is stored.</summary>
    Task<IReadOnlyList<CandidateShare>> FindSharesAsync(
        IReadOnlyCollection<Guid> candidateIds, IReadOnlyCollection<string> recruiterIds, CancellationToken cancellationToken);

    /// <summary>Stores a new share.</summary>
    void Add(CandidateShare share);

    /// <summary>Takes a share back that was found in this transaction.</summary>
    void Remove(CandidateShare share);
}
