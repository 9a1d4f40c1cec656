using HotGigs.Application.Common;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>Asks for a candidate's whole profile, and notes that the user has looked at it.</summary>
public sealed record GetCandidate(UserIdentity User, Guid CandidateId) : IRequest<CandidateProfileDto>;

/// <summary>A candidate's whole profile.</summary>
public sealed record CandidateProfileDto(
    Guid CandidateId,
    string? UserId,
    string FullName,
    string? Email,
    string? Phone,
    string? Title,
    string? Location,
    string? ProfessionalSummary,
    double? YearsOfExperience,
    IReadOnlyList<string> TopSkills,
    IReadOnlyList<SkillDto> Skills,
    IReadOnlyList<PositionDto> Experience,
    IReadOnlyList<DegreeDto> Education,
    DateTimeOffset AddedAt,
    DateTimeOffset? LastViewedAt,
    string Source,
    IReadOnlyList<string> Tags,
    Guid ResumeId,
    CandidateShareDto? Share)
{
    public static CandidateProfileDto Of(UserIdentity user, VisibleCandidate visible, DateTimeOffset? lastViewedAt)
    {
        var (candidate, share) = visible;
        return new CandidateProfileDto(
            candidate.Id,
            candidate.UserId == Candidate.NoUser ? null : candidate.UserId,
            candidate.FullName,
            candidate.Email,
            candidate.Phone,
            candidate.Title,
            candidate.Location,
            candidate.Summary,
            candidate.YearsOfExperience,
            candidate.TopSkills,
            SkillDto.Of(candidate.Skills),
            PositionDto.Of(candidate.Experience),
            DegreeDto.Of(candidate.Education),
            candidate.AddedAt,
            lastViewedAt,
            candidate.SourceFor(user, share is not null).ToWireName(),
            candidate.TagsFor(user),
            candidate.ResumeId,
            share is null ? null : CandidateShareDto.Of(share));
    }
}

/// <summary>Why a candidate is shared with the asking user.</summary>
public sealed record CandidateShareDto(string SharedBy, string? ShareReason, string? ShareNotes, DateTimeOffset SharedAt)
{
    public static CandidateShareDto Of(CandidateShare share) => new(share.SharedBy, share.Reason, share.Notes, share.SharedAt);
}

internal sealed class GetCandidateHandler(ICandidateReader candidates, ICandidateViews views, TimeProvider clock)
    : IRequestHandler<GetCandidate, CandidateProfileDto>
{
    public async Task<CandidateProfileDto> Handle(GetCandidate request, CancellationToken cancellationToken)
    {
        var visible = await candidates.FindVisibleAsync(request.User, request.CandidateId, cancellationToken)
            ?? throw RequestException.NotFound("The candidate");
        var now = clock.GetUtcNow();
        await views.RecordAsync(visible.Candidate.Id, request.User.Id, now, cancellationToken);
        return CandidateProfileDto.Of(request.User, visible, now);
    }
}
