using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Asks for one page of the user's own resumes that came by themselves and have become no candidate, the latest first:
/// those under way and those that failed. How a second device finds them.
/// </summary>
/// <param name="Cursor">The <see cref="UnfinishedResumes.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListUnfinishedResumes(UserIdentity User, int Limit, string? Cursor) : IRequest<UnfinishedResumes>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of resumes, each with where it stands.</summary>
public sealed record UnfinishedResumes(IReadOnlyList<ResumeStatusDto> Resumes, string? NextCursor);

internal sealed class ListUnfinishedResumesValidator : AbstractValidator<ListUnfinishedResumes>
{
    public ListUnfinishedResumesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListUnfinishedResumes.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || TimeCursor.TryRead(cursor, query.User.Id, out _))
            .WithMessage("This is no cursor of this list. Start again without it.");
    }
}

internal sealed class ListUnfinishedResumesHandler(IResumeStore resumes) : IRequestHandler<ListUnfinishedResumes, UnfinishedResumes>
{
    public async Task<UnfinishedResumes> Handle(ListUnfinishedResumes request, CancellationToken cancellationToken)
    {
        (DateTimeOffset, Guid)? before = TimeCursor.TryRead(request.Cursor, request.User.Id, out var position) ? position : null;
        var found = await resumes.ListUnfinishedAsync(request.User.Id, before, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).ToList();
        var next = found.Count > page.Count ? TimeCursor.Write((page[^1].UploadedAt, page[^1].Id), request.User.Id) : null;
        return new UnfinishedResumes([.. page.Select(ResumeStatusDto.Of)], next);
    }
}
