using HotGigs.Application.Candidates;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Keeps the last look of each user at each candidate.</summary>
internal sealed class CandidateViews(Database database) : ICandidateViews
{
    public Task RecordAsync(Guid candidateId, string userId, DateTimeOffset viewedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(async (context, ct) =>
        {
            var view = await context.CandidateViews.FindAsync([candidateId, userId], ct);
            if (view is null)
                context.CandidateViews.Add(new CandidateView { CandidateId = candidateId, UserId = userId, ViewedAt = viewedAt });
            else
                view.ViewedAt = viewedAt;
            return view is null;
        }, cancellationToken);
}
