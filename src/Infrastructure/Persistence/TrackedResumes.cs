using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <inheritdoc cref="ITrackedResumes"/>
internal sealed class TrackedResumes(Database database, IDomainEventPublisher events) : ITrackedResumes
{
    public async Task<IReadOnlyDictionary<Guid, bool>> FindElsewhereAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? new Dictionary<Guid, bool>()
            : await database.ReadAsync(context => OfIds(context, ids)
                .Select(resume => new { resume.Id, IsElsewhere = resume.StorageKey == "" })
                .ToDictionaryAsync(resume => resume.Id, resume => resume.IsElsewhere, cancellationToken));

    public async Task FollowAsync(Guid id, Func<Resume?, Resume> follow, CancellationToken cancellationToken)
    {
        var followed = await StoreAsync(id, follow, cancellationToken);
        // It is committed: whoever gives up now must not keep others from hearing of it.
        await events.PublishAsync(followed.TakeEvents(), CancellationToken.None);
    }

    internal static IQueryable<Resume> OfIds(HotGigsDbContext context, IReadOnlyCollection<Guid> ids) =>
        context.Resumes.Where(resume => ids.Contains(resume.Id));

    // Another server may store a report on the same resume meanwhile: then it is looked again whether this one is ahead of it.
    private Task<Resume> StoreAsync(Guid id, Func<Resume?, Resume> follow, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var stored = await context.Resumes.SingleOrDefaultAsync(resume => resume.Id == id, ct);
            var followed = follow(stored);
            if (stored is null)
                context.Resumes.Add(followed);
            return followed;
        }, cancellationToken);
}
