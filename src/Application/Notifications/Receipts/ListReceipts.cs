using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>Asks what became of the notifications the user caused, the latest first.</summary>
/// <param name="NotificationId">Only this one.</param>
/// <param name="Cursor">The <see cref="ReceiptList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListReceipts(UserIdentity User, Guid? NotificationId, int Limit, string? Cursor) : IRequest<ReceiptList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>Names the list for its cursors.</summary>
    internal static string NameOf(UserIdentity user) => $"receipts of {user.Id}";
}

/// <summary>One page of receipts.</summary>
public sealed record ReceiptList(IReadOnlyList<ReceiptDto> Receipts, string? NextCursor);

/// <summary>What became of one notification, and of what type and when it was.</summary>
public sealed record ReceiptDto(
    Guid NotificationId,
    string RecipientId,
    string Type,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? ReadAt,
    DateTimeOffset CreatedAt)
{
    public static ReceiptDto Of(CausedNotification caused) => new(
        caused.Receipt.NotificationId,
        caused.Receipt.RecipientId,
        caused.Type.ToWireName(),
        caused.Receipt.DeliveredAt,
        caused.Receipt.SeenAt,
        caused.Receipt.ReadAt,
        caused.CreatedAt);
}

internal sealed class ListReceiptsValidator : AbstractValidator<ListReceipts>
{
    public ListReceiptsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListReceipts.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || TimeCursor.TryRead(cursor, ListReceipts.NameOf(query.User), out _))
            .WithMessage("This cursor does not belong to your list. Start again without it.");
    }
}

internal sealed class ListReceiptsHandler(IReceiptReader receipts) : IRequestHandler<ListReceipts, ReceiptList>
{
    public async Task<ReceiptList> Handle(ListReceipts request, CancellationToken cancellationToken)
    {
        var userId = request.User.Id;
        var list = ListReceipts.NameOf(request.User);
        ReceiptPosition? after = TimeCursor.TryRead(request.Cursor, list, out var position)
            ? new ReceiptPosition(position.At, position.Id)
            : null;
        var found = await receipts.ListAsync(userId, request.NotificationId, after, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).ToList();
        return new ReceiptList(
            [.. page.Select(ReceiptDto.Of)],
            found.Count > page.Count
                ? TimeCursor.Write((page[^1].CreatedAt, page[^1].Receipt.NotificationId), list)
                : null);
    }
}
