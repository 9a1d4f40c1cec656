using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Does one thing to many of the user's notifications: to all of them as one change, or to none.</summary>
/// <param name="User">Whose feed.</param>
/// <param name="Action">What to do.</param>
/// <param name="Ids">Which ones. Naming one twice does no harm.</param>
public sealed record ChangeNotifications(UserIdentity User, BulkAction Action, IReadOnlyList<Guid> Ids) : IRequest<FeedSnapshot>
{
    public const int MaxIds = 500;
}

internal sealed class ChangeNotificationsValidator : AbstractValidator<ChangeNotifications>
{
    public ChangeNotificationsValidator()
    {
        RuleFor(command => command.Action).IsInEnum();
        RuleFor(command => command.Ids)
            .Must(ids => ids.Count is >= 1 and <= ChangeNotifications.MaxIds)
            .WithMessage(command => $"'ids' must name 1 to {ChangeNotifications.MaxIds} notifications. You named {command.Ids.Count}.");
    }
}

internal sealed class ChangeNotificationsHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<ChangeNotifications, FeedSnapshot>
{
    /// <summary>Unknown ids that a refusal lists; of the others it says how many they are.</summary>
    private const int MaxNamed = 10;

    public Task<FeedSnapshot> Handle(ChangeNotifications request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var found = await feeds.FindAsync(request.User.Id, [.. request.Ids.Distinct()], ct);
            var known = request.Action == BulkAction.Delete ? found : [.. found.Where(one => !one.IsDeleted)];
            EnsureAllKnown(request.Ids, known);

            var feed = feeds.Feed(request.User.Id);
            Apply(request.Action, feed, known, clock.GetUtcNow());
            return FeedSnapshot.Of(feed);
        }, cancellationToken);

    private static void EnsureAllKnown(IEnumerable<Guid> ids, IEnumerable<Notification> known)
    {
        var unknown = ids.Except(known.Select(one => one.Id)).ToList();
        if (unknown.Count == 0)
            return;
        var named = string.Join(", ", unknown.Take(MaxNamed)) + (unknown.Count > MaxNamed ? ", …" : "");
        throw new RequestException(
            ErrorCode.NotFound, $"{unknown.Count} of these notifications could not be found, so nothing was changed: {named}");
    }

    private static void Apply(
        BulkAction action, NotificationFeed feed, IReadOnlyCollection<Notification> notifications, DateTimeOffset now) =>
        _ = action switch
        {
            BulkAction.Read => feed.MarkRead(notifications, now),
            BulkAction.Unread => feed.MarkUnread(notifications, now),
            BulkAction.Archive => feed.Archive(notifications, now),
            BulkAction.Delete => feed.Delete(notifications, now),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
}
