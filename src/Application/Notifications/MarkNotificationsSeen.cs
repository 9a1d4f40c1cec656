using FluentValidation;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Marks everything seen that the user has had before their eyes. Opening the panel is seen; a click is read.</summary>
/// <param name="User">Whose feed.</param>
/// <param name="UpToSeq">The watermark: what was created after it stays unseen. <c>null</c> takes what is there now.</param>
public sealed record MarkNotificationsSeen(UserIdentity User, long? UpToSeq) : IRequest<FeedSnapshot>;

internal sealed class MarkNotificationsSeenValidator : AbstractValidator<MarkNotificationsSeen>
{
    public MarkNotificationsSeenValidator() => RuleFor(command => command.UpToSeq).GreaterThanOrEqualTo(0);
}

internal sealed class MarkNotificationsSeenHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<MarkNotificationsSeen, FeedSnapshot>
{
    public Task<FeedSnapshot> Handle(MarkNotificationsSeen request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var feed = feeds.Feed(request.User.Id);
            var unseen = await feeds.FindUnseenAsync(request.User.Id, Watermark.Of(request.UpToSeq, feed), ct);
            feed.MarkSeen(unseen, clock.GetUtcNow());
            return FeedSnapshot.Of(feed);
        }, cancellationToken);
}
