using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>Takes in one document and queues it for import.</summary>
/// <param name="User">Who uploads it.</param>
/// <param name="FileName">The name it has on their machine; only shown, never used as a path.</param>
/// <param name="Source">By which way it came, as a wire name; <c>null</c> goes by the user's role.</param>
/// <param name="File">The received content. The caller disposes it; only when this succeeds is it kept.</param>
public sealed record UploadResume(UserIdentity User, string? FileName, string? Source, IIncomingFile File) : IRequest<UploadedResume>;

/// <summary>A document that has been taken in.</summary>
public sealed record UploadedResume(Guid ResumeId, string Filename, string Status, string Message);

internal sealed class UploadResumeHandler(
    IResumeStore resumes, IResumeFiles files, ResumeIntake intake, IResumeQueueSignal queue, TimeProvider clock)
    : IRequestHandler<UploadResume, UploadedResume>
{
    public async Task<UploadedResume> Handle(UploadResume request, CancellationToken cancellationToken)
    {
        var source = UploadSources.Resolve(request.User, request.Source);
        var (fileName, document) = await intake.KeepAsync(request.FileName, request.File, cancellationToken);
        var now = clock.GetUtcNow();
        var resume = Resume.Upload(
            Guid.CreateVersion7(now), request.User, source, fileName, document.StorageKey, document.Format, document.Size, now);
        try
        {
            await resumes.AddAsync(resume, cancellationToken);
        }
        catch
        {
            // Whatever went wrong, a resume that was stored after all keeps its file.
            if (await resumes.FindAsync(resume.Id, CancellationToken.None) is null)
                files.Delete(document.StorageKey);
            throw;
        }

        queue.Wake();
        return new UploadedResume(
            resume.Id, fileName, resume.Status.ToWireName(), "The resume has been uploaded and is waiting to be processed.");
    }
}
