using FluentValidation;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Candidates;

/// <summary>Asks for one page of the candidates that a user sees, latest first.</summary>
/// <param name="Source">A wire name of <see cref="CandidateSource"/>, or <c>null</c> for all.</param>
/// <param name="Tags">Tags that all have to be there.</param>
public sealed record ListCandidates(
    UserIdentity User, int Skip, int Limit, string? Search, string? Source, IReadOnlyList<string> Tags) : IRequest<CandidateList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of candidates, and how many there are in all.</summary>
public sealed record CandidateList(IReadOnlyList<CandidateSummaryDto> Candidates, int Total);

/// <summary>A candidate in a list.</summary>
public sealed record CandidateSummaryDto(
    Guid CandidateId,
    string? UserId,
    string FullName,
    string? Email,
    string? Title,
    string? Location,
    double? YearsOfExperience,
    IReadOnlyList<string> TopSkills,
    DateTimeOffset AddedAt,
    DateTimeOffset? LastViewedAt,
    string Source,
    IReadOnlyList<string> Tags)
{
    public static CandidateSummaryDto Of(UserIdentity user, ListedCandidate listed)
    {
        var candidate = listed.Candidate;
        return new CandidateSummaryDto(
            candidate.Id,
            candidate.UserId == Candidate.NoUser ? null : candidate.UserId,
            candidate.FullName,
            candidate.Email,
            candidate.Title,
            candidate.Location,
            candidate.YearsOfExperience,
            candidate.TopSkills,
            candidate.AddedAt,
            listed.LastViewedAt,
            candidate.SourceFor(user, listed.IsShared).ToWireName(),
            candidate.TagsFor(user));
    }
}

internal sealed class ListCandidatesValidator : AbstractValidator<ListCandidates>
{
    public ListCandidatesValidator()
    {
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListCandidates.MaxLimit);
        RuleFor(query => query.Search).MaximumLength(200);
        RuleFor(query => query.Source)
            .Must(source => source is null || WireNames.TryParse<CandidateSource>(source, out _))
            .WithMessage($"A source is one of {string.Join(", ", WireNames.All<CandidateSource>())}.");
        RuleFor(query => query.Tags).Must(tags => tags.Count <= 20).WithMessage("At most 20 tags can be asked for.");
    }
}

internal sealed class ListCandidatesHandler(ICandidateReader candidates) : IRequestHandler<ListCandidates, CandidateList>
{
    public async Task<CandidateList> Handle(ListCandidates request, CancellationToken cancellationToken)
    {
        CandidateSource? source = WireNames.TryParse<CandidateSource>(request.Source, out var named) ? named : null;
        var filter = new CandidateFilter(request.Skip, request.Limit, request.Search, source, request.Tags);
        var page = await candidates.ListAsync(request.User, filter, cancellationToken);
        return new CandidateList([.. page.Candidates.Select(one => CandidateSummaryDto.Of(request.User, one))], page.Total);
    }
}
