using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>
/// Processes the files of a complete batch again that failed while they were processed; its end is told again. Files
/// that were refused at the door have no content to try. Refuses with <c>conflict</c> while the batch is under way.
/// </summary>
public sealed record RetryFailedFiles(UserIdentity User, Guid BatchId) : IRequest<RetriedFiles>;

/// <summary>How many files are being processed again.</summary>
public sealed record RetriedFiles(int Retried);

internal sealed class RetryFailedFilesHandler(
    BatchAccess access, IResumeBatches batches, IMediator mediator, IResumeQueueSignal queue)
    : IRequestHandler<RetryFailedFiles, RetriedFiles>
{
    public async Task<RetriedFiles> Handle(RetryFailedFiles request, CancellationToken cancellationToken)
    {
        var batch = await access.GetVisibleAsync(request.User, request.BatchId, cancellationToken);
        // Somebody may be faster with the button than the server is with telling that the round has ended.
        await mediator.Send(new AnnounceResumeBatch(batch.Id), cancellationToken);
        var retried = await batches.RetryFailedAsync(batch.Id, cancellationToken)
            ?? throw new RequestException(ErrorCode.Conflict, "This batch is still being processed. Retry when it has completed.");
        queue.Wake(retried);
        return new RetriedFiles(retried);
    }
}
