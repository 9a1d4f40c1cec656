using HotGigs.Application.Candidates;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Stores the tags of candidates.</summary>
internal sealed class StoredTags(Database database) : ICandidateTags
{
    public Task ReplaceAsync(Guid candidateId, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        database.WriteAsync(async (context, ct) =>
        {
            var candidate = await context.Candidates.SingleAsync(one => one.Id == candidateId, ct);
            candidate.Tag(tags);
            return candidate;
        }, cancellationToken);
}
