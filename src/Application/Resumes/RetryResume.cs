using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Processes a resume again that came by itself and failed. Only its uploader may ask for it. Refuses with
/// <c>conflict</c> where it has not failed, its document is not kept here, or it came in a batch.
/// </summary>
public sealed record RetryResume(UserIdentity User, Guid ResumeId) : IRequest<ResumeStatusDto>;

internal sealed class RetryResumeHandler(IResumeStore resumes, IResumeFiles files, IResumeQueueSignal queue)
    : IRequestHandler<RetryResume, ResumeStatusDto>
{
    public async Task<ResumeStatusDto> Handle(RetryResume request, CancellationToken cancellationToken)
    {
        var resume = await resumes.FindAsync(request.ResumeId, cancellationToken);
        if (resume is null || resume.UploadedBy != request.User.Id)
            throw ResumeAccess.NotFound();
        EnsureRetryable(resume);
        // Of two at the same moment one finds it as it was.
        var retried = await resumes.RetryAsync(resume.Id, cancellationToken) ?? throw NotFailed();
        queue.Wake();
        return ResumeStatusDto.Of(retried);
    }

    private void EnsureRetryable(Resume resume)
    {
        if (resume.IsElsewhere)
            throw Conflict("Another program imports this resume. Retry it there.");
        if (resume.BatchId is not null)
            throw Conflict("This resume came in a batch. Retry the failed files of the batch.");
        if (resume.Status != ResumeStatus.Failed)
            throw NotFailed();
        if (!files.Exists(resume.StorageKey))
            throw Conflict("The document of this resume is no longer in the store. Upload it again.");
    }

    private static RequestException NotFailed() => Conflict("This resume has not failed, or is being processed again already.");

    private static RequestException Conflict(string message) => new(ErrorCode.Conflict, message);
}
