using HotGigs.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <content>Shares of candidates.</content>
internal sealed partial class FeedTransaction
{
    public async Task<IReadOnlyList<CandidateShare>> FindSharesAsync(
        IReadOnlyCollection<Guid> candidateIds, IReadOnlyCollection<string> recruiterIds, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return await CandidateShares.Among(context.CandidateShares, candidateIds, recruiterIds).ToListAsync(cancellationToken);
    }

    public void Add(CandidateShare share)
    {
        context.CandidateShares.Add(share);
        Stored++;
    }

    public void Remove(CandidateShare share)
    {
        context.CandidateShares.Remove(share);
        Stored++;
    }
}
