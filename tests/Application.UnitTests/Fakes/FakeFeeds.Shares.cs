using HotGigs.Domain.Candidates;

namespace HotGigs.Application.UnitTests.Fakes;

/// <content>Shares of candidates.</content>
internal sealed partial class FakeFeeds
{
    public List<CandidateShare> Shares { get; } = [];

    public Task<IReadOnlyList<CandidateShare>> FindSharesAsync(
        IReadOnlyCollection<Guid> candidateIds, IReadOnlyCollection<string> recruiterIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CandidateShare>>(
            [.. Shares.Where(share => candidateIds.Contains(share.CandidateId) && recruiterIds.Contains(share.RecruiterId))]);

    public void Add(CandidateShare share) => Shares.Add(share);

    public void Remove(CandidateShare share) => Shares.Remove(share);
}
