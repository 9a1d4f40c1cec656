using System.Text.Json;
using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Reads candidates, filtered and paged in SQL.</summary>
internal sealed class CandidateReader(Database database) : ICandidateReader
{
    public Task<Candidate?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Candidates.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken));

    public async Task<IReadOnlyList<Candidate>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => context.Candidates.AsNoTracking()
            .Where(candidate => ids.Contains(candidate.Id))
            .ToListAsync(cancellationToken));

    public async Task<VisibleCandidate?> FindVisibleAsync(UserIdentity user, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(context => One(context, user, id).SingleOrDefaultAsync(cancellationToken));
        return found is not null && found.Candidate.IsVisibleTo(user, found.Share is not null) ? found : null;
    }

    public Task<CandidatePage> ListAsync(UserIdentity user, CandidateFilter filter, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var shares = SharedWith(context, user);
            var selected = Select(context, user, filter);
            var total = await selected.CountAsync(cancellationToken);
            var page = await selected
                .OrderByDescending(candidate => candidate.AddedAt).ThenByDescending(candidate => candidate.Id)
                .Skip(filter.Skip)
                .Take(filter.Limit)
                .Select(candidate => new
                {
                    Candidate = candidate,
                    ViewedAt = context.CandidateViews
                        .Where(view => view.CandidateId == candidate.Id && view.UserId == user.Id)
                        .Select(view => (DateTimeOffset?)view.ViewedAt)
                        .SingleOrDefault(),
                    IsShared = shares.Any(share => share.CandidateId == candidate.Id),
                })
                .ToListAsync(cancellationToken);
            return new CandidatePage([.. page.Select(row => new ListedCandidate(row.Candidate, row.ViewedAt, row.IsShared))], total);
        }, cancellationToken);

    /// <summary>A candidate, visible or not, with the share by which this user may see them.</summary>
    internal static IQueryable<VisibleCandidate> One(HotGigsDbContext context, UserIdentity user, Guid id) =>
        from candidate in context.Candidates.AsNoTracking()
        where candidate.Id == id
        join share in SharedWith(context, user) on candidate.Id equals share.CandidateId into shares
        from share in shares.DefaultIfEmpty()
        select new VisibleCandidate(candidate, share);

    /// <summary>The same rule as <see cref="Candidate.IsVisibleTo"/>, for SQL.</summary>
    internal static IQueryable<Candidate> VisibleTo(HotGigsDbContext context, UserIdentity user)
    {
        var all = context.Candidates.AsNoTracking();
        if (user.IsAdmin)
            return all;
        var shared = SharedWith(context, user).Select(share => share.CandidateId);
        return user.IsRecruiter
            ? all.Where(candidate => candidate.OwnerId == Candidate.Pool
                || candidate.OwnerId == user.Id
                || (candidate.UserId != Candidate.NoUser && candidate.UserId == user.Id)
                || shared.Contains(candidate.Id))
            : all.Where(candidate => candidate.UserId != Candidate.NoUser && candidate.UserId == user.Id);
    }

    internal static IQueryable<Candidate> Select(HotGigsDbContext context, UserIdentity user, CandidateFilter filter)
    {
        var all = VisibleTo(context, user);
        var words = filter.Search?.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var word in words.Take(10))
            all = all.Where(candidate => candidate.SearchText.Contains(word));
        if (filter.Source is { } source)
            all = CameBy(all, source, user, SharedWith(context, user));
        if (filter.Tags.Count > 0 && !Candidate.MayReadTags(user))
            return all.Where(_ => false);
        // Tags are kept as a JSON array of strings: one of them is there if its quoted form is.
        foreach (var quoted in filter.Tags.Select(tag => JsonSerializer.Serialize(tag, WireJson.Options)))
            all = all.Where(candidate => ((string)(object)candidate.Tags).Contains(quoted));
        return all;
    }

    private static IQueryable<CandidateShare> SharedWith(HotGigsDbContext context, UserIdentity user) =>
        context.CandidateShares.Where(share => share.RecruiterId == user.Id);

    /// <summary>The same rule as <see cref="Candidate.SourceFor"/>, for SQL.</summary>
    private static IQueryable<Candidate> CameBy(
        IQueryable<Candidate> all, CandidateSource source, UserIdentity user, IQueryable<CandidateShare> shares)
    {
        var shared = shares.Select(share => share.CandidateId);
        return source == CandidateSource.AdminShare
            ? all.Where(candidate => candidate.OwnerId != user.Id && shared.Contains(candidate.Id))
            : all.Where(candidate => candidate.Source == source && (candidate.OwnerId == user.Id || !shared.Contains(candidate.Id)));
    }
}
