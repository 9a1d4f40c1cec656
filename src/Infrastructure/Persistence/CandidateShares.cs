using HotGigs.Application.Candidates;
using HotGigs.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads shares of candidates. They are changed while the recruiters' feeds are held, by <see cref="FeedTransaction"/>.</summary>
internal sealed class CandidateShares(Database database) : ICandidateShares
{
    public async Task<IReadOnlyList<ListedShare>> ListAsync(Guid candidateId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => Listed(context, candidateId).ToListAsync(cancellationToken));

    internal static IQueryable<CandidateShare> Among(
        IQueryable<CandidateShare> all, IReadOnlyCollection<Guid> candidateIds, IReadOnlyCollection<string> recruiterIds) =>
        all.Where(share => recruiterIds.Contains(share.RecruiterId) && candidateIds.Contains(share.CandidateId));

    internal static IQueryable<ListedShare> Listed(HotGigsDbContext context, Guid candidateId) =>
        from share in context.CandidateShares.AsNoTracking()
        where share.CandidateId == candidateId
        join user in context.Users on share.RecruiterId equals user.Id
        join notification in context.Notifications on share.NotificationId equals (Guid?)notification.Id into told
        from notification in told.DefaultIfEmpty()
        orderby share.SharedAt descending, share.Id descending
        select new ListedShare(share, user.Name, notification.DeliveredAt, notification.SeenAt, notification.ReadAt);
}
