using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Jobs;

/// <summary>Asks for one job.</summary>
public sealed record GetJob(UserIdentity User, Guid JobId) : IRequest<JobDto>;

internal sealed class GetJobHandler(IJobStore jobs) : IRequestHandler<GetJob, JobDto>
{
    public async Task<JobDto> Handle(GetJob request, CancellationToken cancellationToken)
    {
        JobAccess.EnsureMaySee(request.User);
        return JobDto.Of(await jobs.FindAsync(request.JobId, cancellationToken) ?? throw JobAccess.NotFound());
    }
}
