using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>Asks for one page of the user's own batches, the latest first: how a page that was reloaded finds those under way.</summary>
/// <param name="Cursor">The <see cref="BatchList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListBatches(UserIdentity User, int Limit, string? Cursor) : IRequest<BatchList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of batches.</summary>
public sealed record BatchList(IReadOnlyList<BatchSummaryDto> Batches, string? NextCursor);

/// <summary>Where a batch stands as a whole. <paramref name="Label"/> names the Google Drive folder it came from, where it did.</summary>
public sealed record BatchSummaryDto(
    Guid BatchId,
    string Source,
    Guid? SyncId,
    string Label,
    string Status,
    int TotalFiles,
    int Processed,
    int Successful,
    int Failed,
    int Round,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt)
{
    public static BatchSummaryDto Of(ResumeBatch batch) => new(
        batch.Id,
        batch.Source.ToWireName(),
        batch.SyncId,
        batch.Label,
        batch.Status.ToWireName(),
        batch.TotalFiles,
        batch.Processed,
        batch.Successful,
        batch.Failed,
        batch.Round,
        batch.CreatedAt,
        batch.CompletedAt);
}

internal sealed class ListBatchesValidator : AbstractValidator<ListBatches>
{
    public ListBatchesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListBatches.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || TimeCursor.TryRead(cursor, query.User.Id, out _))
            .WithMessage("This is no cursor of this list. Start again without it.");
    }
}

internal sealed class ListBatchesHandler(IResumeBatches batches) : IRequestHandler<ListBatches, BatchList>
{
    public async Task<BatchList> Handle(ListBatches request, CancellationToken cancellationToken)
    {
        (DateTimeOffset, Guid)? before = TimeCursor.TryRead(request.Cursor, request.User.Id, out var position) ? position : null;
        var found = await batches.ListAsync(request.User.Id, before, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).ToList();
        var next = found.Count > page.Count ? TimeCursor.Write((page[^1].CreatedAt, page[^1].Id), request.User.Id) : null;
        return new BatchList([.. page.Select(BatchSummaryDto.Of)], next);
    }
}
