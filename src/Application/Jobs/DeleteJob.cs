using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Jobs;

/// <summary>Removes a job with its matches. What was told of them stays in the feeds.</summary>
public sealed record DeleteJob(UserIdentity User, Guid JobId) : IRequest<Unit>;

internal sealed class DeleteJobHandler(IJobStore jobs) : IRequestHandler<DeleteJob, Unit>
{
    public async Task<Unit> Handle(DeleteJob request, CancellationToken cancellationToken)
    {
        var job = JobAccess.EnsureMayChange(request.User, await jobs.FindAsync(request.JobId, cancellationToken));
        await jobs.DeleteAsync(job.Id, cancellationToken);
        return Unit.Value;
    }
}
