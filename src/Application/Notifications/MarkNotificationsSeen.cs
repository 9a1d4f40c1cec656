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
    /// <summary>A change of more notifications than this is not told live: devices sync instead.</summary>
    private const int MaxTold = 1_000;

    public Task<FeedSnapshot> Handle(MarkNotificationsSeen request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var userId = request.User.Id;
            var feed = feeds.Feed(userId);
            var watermark = Watermark.Of(request.UpToSeq, feed);
            var unseen = await feeds.CountUnseenAsync(userId, watermark, ct);
            var states = await feeds.ReadUnseenAsync(userId, watermark, MaxTold, ct);
            if (feed.MarkSeenUpTo(unseen, states))
            {
                var now = clock.GetUtcNow();
                var receipts = await feeds.ReadUnseenReceiptsAsync(userId, watermark, Receipt.MaxTold, ct);
                feed.Tell([.. receipts.Select(receipt => receipt.Seen(now))]);
                await feeds.MarkSeenAsync(userId, watermark, feed.Seq, now, ct);
            }

            return FeedSnapshot.Of(feed);
        }, cancellationToken);
}
