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
            var shares = context.CandidateShares.Where(share => share.RecruiterId == user.Id);
            var selected = Select(VisibleTo(user, context.Candidates.AsNoTracking(), shares), user, filter, shares);
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
        join share in context.CandidateShares.Where(share => share.RecruiterId == user.Id)
            on candidate.Id equals share.CandidateId into shares
        from share in shares.DefaultIfEmpty()
        select new VisibleCandidate(candidate, share);

    /// <summary>The same rule as <see cref="Candidate.IsVisibleTo"/>, for SQL.</summary>
    /// <param name="user">Who wants to see them.</param>
    /// <param name="all">The candidates.</param>
    /// <param name="shares">What is shared with this user.</param>
    internal static IQueryable<Candidate> VisibleTo(UserIdentity user, IQueryable<Candidate> all, IQueryable<CandidateShare> shares)
    {
        if (user.IsAdmin)
            return all;
        return user.IsRecruiter
            ? all.Where(candidate => candidate.OwnerId == Candidate.Pool
                || candidate.OwnerId == user.Id
                || (candidate.UserId != Candidate.NoUser && candidate.UserId == user.Id)
                || shares.Select(share => share.CandidateId).Contains(candidate.Id))
            : all.Where(candidate => candidate.UserId != Candidate.NoUser && candidate.UserId == user.Id);
    }

    internal static IQueryable<Candidate> Select(
        IQueryable<Candidate> all, UserIdentity user, CandidateFilter filter, IQueryable<CandidateShare> shares)
    {
        var words = filter.Search?.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var word in words.Take(10))
            all = all.Where(candidate => candidate.SearchText.Contains(word));
        if (filter.Source is { } source)
            all = CameBy(source, user, all, shares);
        // Tags are kept as a JSON array of strings: one of them is there if its quoted form is.
        foreach (var quoted in filter.Tags.Select(tag => JsonSerializer.Serialize(tag, WireJson.Options)))
            all = all.Where(candidate => ((string)(object)candidate.Tags).Contains(quoted));
        return all;
    }

    /// <summary>The same rule as <see cref="Candidate.SourceFor"/>, for SQL.</summary>
    private static IQueryable<Candidate> CameBy(
        CandidateSource source, UserIdentity user, IQueryable<Candidate> all, IQueryable<CandidateShare> shares)
    {
        var shared = shares.Select(share => share.CandidateId);
        return source == CandidateSource.AdminShare
            ? all.Where(candidate => candidate.OwnerId != user.Id && shared.Contains(candidate.Id))
            : all.Where(candidate => candidate.Source == source && (candidate.OwnerId == user.Id || !shared.Contains(candidate.Id)));
    }
}
