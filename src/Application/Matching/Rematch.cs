using HotGigs.Application.Common;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Queues a job or a candidate to be compared anew.</summary>
/// <param name="Force">With everything; otherwise only with what has changed since the last run.</param>
public sealed record Rematch(UserIdentity User, MatchingSubject Subject, Guid SubjectId, bool Force) : IRequest<RematchDto>;

/// <summary>What was queued.</summary>
public sealed record RematchDto(bool Queued, bool Force);

internal sealed class RematchHandler(MatchAccess access, IMatchingRuns runs, IMatchingQueueSignal queue) : IRequestHandler<Rematch, RematchDto>
{
    public async Task<RematchDto> Handle(Rematch request, CancellationToken cancellationToken)
    {
        MatchAccess.EnsureRecruits(request.User, "match anew");
        if (request.Subject == MatchingSubject.Candidate)
            await access.GetVisibleCandidateAsync(request.User, request.SubjectId, cancellationToken);
        else if (!(await access.GetVisibleJobAsync(request.User, request.SubjectId, cancellationToken)).IsOpen)
            throw new RequestException(ErrorCode.Conflict, "This job is closed and gets no new matches. Open it again first.");

        await runs.QueueAsync(request.Subject, request.SubjectId, request.Force, cancellationToken);
        queue.Wake();
        return new RematchDto(Queued: true, request.Force);
    }
}
