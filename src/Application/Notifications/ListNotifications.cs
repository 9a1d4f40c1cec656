using FluentValidation;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Asks for one page of the user's feed, newest first.</summary>
/// <param name="Cursor">The <see cref="NotificationList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListNotifications(
    UserIdentity User, bool UnreadOnly, NotificationType? Type, bool Archived, int Limit, string? Cursor) : IRequest<NotificationList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of a feed with the counts and the position it was read at.</summary>
public sealed record NotificationList(
    IReadOnlyList<NotificationDto> Notifications, int UnreadCount, int UnseenCount, string? NextCursor, string Epoch, long Seq);

internal sealed class ListNotificationsValidator : AbstractValidator<ListNotifications>
{
    public ListNotificationsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListNotifications.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must((query, cursor) => cursor is null || FeedCursor.TryRead(cursor, query.User.Id, out _))
            .WithMessage("This cursor does not belong to your list. Start again without it.");
    }
}

internal sealed class ListNotificationsHandler(IFeedReader feeds) : IRequestHandler<ListNotifications, NotificationList>
{
    public async Task<NotificationList> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        var userId = request.User.Id;
        long? before = FeedCursor.TryRead(request.Cursor, userId, out var seq) ? seq : null;
        var page = await feeds.ListAsync(
            userId, new FeedFilter(before, request.Limit, request.UnreadOnly, request.Type, request.Archived), cancellationToken);
        return new NotificationList(
            [.. page.Notifications.Select(NotificationDto.Of)],
            page.Head.UnreadCount,
            page.Head.UnseenCount,
            page.HasMore ? FeedCursor.Write(page.Notifications[^1].Seq, userId) : null,
            page.Head.Epoch,
            page.Head.Seq);
    }
}
