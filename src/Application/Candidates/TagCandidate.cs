using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>
/// Replaces the words by which a candidate is sorted in and found: their recruiter, every recruiter for those in the
/// pool, and admins. Refuses with <c>validation_failed</c>, <c>forbidden</c>, or <c>not_found</c> for a candidate one may not see.
/// </summary>
public sealed record TagCandidate(UserIdentity User, Guid CandidateId, IReadOnlyList<string> Tags) : IRequest<CandidateTags>;

/// <summary>The tags of a candidate, as they are stored.</summary>
public sealed record CandidateTags(Guid CandidateId, IReadOnlyList<string> Tags);

internal sealed class TagCandidateValidator : AbstractValidator<TagCandidate>
{
    public TagCandidateValidator()
    {
        RuleFor(request => request.Tags).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Say which tags the candidate has; [] takes all away.")
            .Must(tags => tags.Count <= Candidate.MaxTags).WithMessage($"A candidate has at most {Candidate.MaxTags} tags.");
        RuleForEach(request => request.Tags).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("A tag must not be blank.")
            .Must(tag => tag.Trim().Length <= Candidate.MaxTagLength).WithMessage($"A tag has at most {Candidate.MaxTagLength} characters.")
            .Must(tag => !tag.Any(letter => letter == ',' || char.IsControl(letter))).WithMessage("A tag holds neither commas nor control characters.");
    }
}

internal sealed class TagCandidateHandler(ICandidateReader candidates, ICandidateTags store) : IRequestHandler<TagCandidate, CandidateTags>
{
    public async Task<CandidateTags> Handle(TagCandidate request, CancellationToken cancellationToken)
    {
        var (candidate, _) = await candidates.FindVisibleAsync(request.User, request.CandidateId, cancellationToken)
            ?? throw RequestException.NotFound("The candidate");
        if (!candidate.IsTaggedBy(request.User))
            throw new RequestException(ErrorCode.Forbidden, "Only the recruiter who has this candidate, and admins, change their tags.");

        string[] tags = [.. request.Tags.Select(tag => tag.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        await store.ReplaceAsync(candidate.Id, tags, cancellationToken);
        return new CandidateTags(candidate.Id, tags);
    }
}
