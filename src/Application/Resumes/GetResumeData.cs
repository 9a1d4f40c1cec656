using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>Asks for what the parser read in a resume. Refuses with <c>conflict</c> until it has completed, and with <c>not_found</c> where another program has it.</summary>
public sealed record GetResumeData(UserIdentity User, Guid ResumeId) : IRequest<ResumeDataDto>;

/// <summary>What a resume says.</summary>
public sealed record ResumeDataDto(
    Guid ResumeId,
    string? FullName,
    string? Email,
    string? Phone,
    string? Location,
    string? Title,
    string? Summary,
    IReadOnlyList<SkillDto> Skills,
    IReadOnlyList<string> TopSkills,
    IReadOnlyList<PositionDto> Experience,
    IReadOnlyList<DegreeDto> Education,
    double? TotalExperienceYears)
{
    public static ResumeDataDto Of(Guid resumeId, ResumeProfile profile) => new(
        resumeId,
        profile.FullName,
        profile.Email,
        profile.Phone,
        profile.Location,
        profile.Title,
        profile.Summary,
        SkillDto.Of(profile.Skills),
        profile.TopSkills,
        PositionDto.Of(profile.Experience),
        DegreeDto.Of(profile.Education),
        profile.TotalExperienceYears);
}

internal sealed class GetResumeDataHandler(ResumeAccess access) : IRequestHandler<GetResumeData, ResumeDataDto>
{
    public async Task<ResumeDataDto> Handle(GetResumeData request, CancellationToken cancellationToken)
    {
        var resume = await access.GetVisibleAsync(request.User, request.ResumeId, cancellationToken);
        return resume switch
        {
            { IsElsewhere: true } => throw ResumeAccess.IsElsewhere("data"),
            { Status: ResumeStatus.Completed, Profile: { } profile } => ResumeDataDto.Of(resume.Id, profile),
            { Status: ResumeStatus.Failed } => throw new RequestException(
                ErrorCode.Conflict, $"This resume could not be processed: {resume.Error}"),
            _ => throw ResumeAccess.StillProcessing(),
        };
    }
}
