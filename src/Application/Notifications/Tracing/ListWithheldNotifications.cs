using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications.Tracing;

/// <summary>Asks what was kept from a user's feed and why, newest first.</summary>
/// <param name="UserId">About whom.</param>
/// <param name="Type">Only this type.</param>
/// <param name="Key">Only those with this deduplication key.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="Cursor">The <see cref="WithheldList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListWithheldNotifications(
    string? UserId, NotificationType? Type, string? Key, int Limit, string? Cursor) : IRequest<WithheldList>
{
    /// <summary>Names the list for its cursors.</summary>
    internal static string NameOf(string? userId) => $"decisions about {userId}";
}

/// <summary>One page of what was kept from a feed.</summary>
public sealed record WithheldList(IReadOnlyList<WithheldDto> Decisions, string? NextCursor);

/// <summary>A notification that never came into its recipient's feed.</summary>
/// <param name="Id">By which the recipient finds its trace, and mails about it.</param>
public sealed record WithheldDto(
    Guid Id, string UserId, string Type, string? DeduplicationKey, CauseDto CausedBy, IReadOnlyList<DecisionDto> Decisions, DateTimeOffset At)
{
    internal static WithheldDto Of(WithheldNotification withheld) => new(
        withheld.Id,
        withheld.UserId,
        withheld.Type.ToWireName(),
        withheld.DeduplicationKey,
        CauseDto.Of(withheld.Cause),
        DecisionDto.Of(withheld.Decisions, withheld.At),
        withheld.At);
}

internal sealed class ListWithheldNotificationsValidator : AbstractValidator<ListWithheldNotifications>
{
    public ListWithheldNotificationsValidator()
    {
        RuleFor(query => query.UserId).UserId();
        RuleFor(query => query.Limit).InclusiveBetween(1, ListNotifications.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || TimeCursor.TryRead(cursor, ListWithheldNotifications.NameOf(query.UserId), out _))
            .WithMessage("This cursor does not belong to this list. Start again without it.");
    }
}

internal sealed class ListWithheldNotificationsHandler(IDeliveryTraces traces) : IRequestHandler<ListWithheldNotifications, WithheldList>
{
    public async Task<WithheldList> Handle(ListWithheldNotifications request, CancellationToken cancellationToken)
    {
        var userId = request.UserId!;
        var list = ListWithheldNotifications.NameOf(userId);
        var before = TimeCursor.TryRead(request.Cursor, list, out var position) ? position : ((DateTimeOffset, Guid)?)null;
        var found = await traces.ListWithheldAsync(
            new WithheldFilter(userId, request.Type, request.Key, before, request.Limit + 1), cancellationToken);
        var page = found.Take(request.Limit).ToList();
        return new WithheldList(
            [.. page.Select(WithheldDto.Of)],
            found.Count > page.Count ? TimeCursor.Write((page[^1].At, page[^1].Id), list) : null);
    }
}
