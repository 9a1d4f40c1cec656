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

    public Task<CandidatePage> ListAsync(UserIdentity user, CandidateFilter filter, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var selected = Select(VisibleTo(user, context.Candidates.AsNoTracking()), filter);
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
                })
                .ToListAsync(cancellationToken);
            return new CandidatePage([.. page.Select(row => new ListedCandidate(row.Candidate, row.ViewedAt))], total);
        }, cancellationToken);

    /// <summary>The same rule as <see cref="Candidate.IsVisibleTo"/>, for SQL.</summary>
    internal static IQueryable<Candidate> VisibleTo(UserIdentity user, IQueryable<Candidate> all)
    {
        if (user.IsAdmin)
            return all;
        return user.IsRecruiter
            ? all.Where(candidate =>
                candidate.OwnerId == Candidate.Pool || candidate.OwnerId == user.Id || candidate.UserId == user.Id)
            : all.Where(candidate => candidate.UserId != Candidate.NoUser && candidate.UserId == user.Id);
    }

    internal static IQueryable<Candidate> Select(IQueryable<Candidate> all, CandidateFilter filter)
    {
        var words = filter.Search?.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var word in words.Take(10))
            all = all.Where(candidate => candidate.SearchText.Contains(word));
        if (filter.Source is { } source)
            all = all.Where(candidate => candidate.Source == source);
        // Tags are kept as a JSON array of strings: one of them is there if its quoted form is.
        foreach (var quoted in filter.Tags.Select(tag => JsonSerializer.Serialize(tag, WireJson.Options)))
            all = all.Where(candidate => ((string)(object)candidate.Tags).Contains(quoted));
        return all;
    }
}
