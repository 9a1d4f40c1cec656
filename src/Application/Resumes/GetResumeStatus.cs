using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>Asks where a resume stands.</summary>
public sealed record GetResumeStatus(UserIdentity User, Guid ResumeId) : IRequest<ResumeStatusDto>;

/// <summary>Where a resume stands; <paramref name="CandidateId"/> once it has become one.</summary>
public sealed record ResumeStatusDto(
    Guid ResumeId,
    string Filename,
    string Status,
    int ProgressPercentage,
    string CurrentStep,
    string? ErrorMessage,
    DateTimeOffset UploadedAt,
    DateTimeOffset? ProcessingStartedAt,
    DateTimeOffset? ProcessingCompletedAt,
    Guid? CandidateId)
{
    public static ResumeStatusDto Of(Resume resume) => new(
        resume.Id,
        resume.FileName,
        resume.Status.ToWireName(),
        resume.Progress.Percentage,
        resume.Progress.CurrentStep,
        resume.Error,
        resume.UploadedAt,
        resume.ProcessingStartedAt,
        resume.ProcessingCompletedAt,
        resume.CandidateId);
}

internal sealed class GetResumeStatusHandler(ResumeAccess access) : IRequestHandler<GetResumeStatus, ResumeStatusDto>
{
    public async Task<ResumeStatusDto> Handle(GetResumeStatus request, CancellationToken cancellationToken) =>
        ResumeStatusDto.Of(await access.GetVisibleAsync(request.User, request.ResumeId, cancellationToken));
}
