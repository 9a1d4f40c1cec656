using FluentValidation;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Marks everything read that the user has been shown.</summary>
/// <param name="User">Whose feed.</param>
/// <param name="UpToSeq">The watermark: what was created after it stays unread. <c>null</c> takes what is there now.</param>
/// <param name="Type">Only this type.</param>
public sealed record MarkAllNotificationsRead(UserIdentity User, long? UpToSeq, NotificationType? Type) : IRequest<MarkAllResult>;

/// <summary>How many were marked, and where the feed stands.</summary>
public sealed record MarkAllResult(int Marked, FeedSnapshot Feed);

internal sealed class MarkAllNotificationsReadValidator : AbstractValidator<MarkAllNotificationsRead>
{
    public MarkAllNotificationsReadValidator() => RuleFor(command => command.UpToSeq).GreaterThanOrEqualTo(0);
}

internal sealed class MarkAllNotificationsReadHandler(IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<MarkAllNotificationsRead, MarkAllResult>
{
    public Task<MarkAllResult> Handle(MarkAllNotificationsRead request, CancellationToken cancellationToken) =>
        feeds.WriteAsync([request.User.Id], async (feeds, ct) =>
        {
            var userId = request.User.Id;
            var feed = feeds.Feed(userId);
            var watermark = Watermark.Of(request.UpToSeq, feed);
            var affected = await feeds.TallyUnreadAsync(userId, watermark, request.Type, ct);
            if (feed.MarkReadUpTo(watermark, request.Type, affected))
            {
                var now = clock.GetUtcNow();
                var receipts = await feeds.ReadUnreadReceiptsAsync(userId, watermark, request.Type, Receipt.MaxTold, ct);
                feed.Tell([.. receipts.Select(receipt => receipt.Read(now))]);
                await feeds.MarkReadAsync(userId, watermark, request.Type, feed.Seq, now, ct);
            }

            return new MarkAllResult(affected.Unread, FeedSnapshot.Of(feed));
        }, cancellationToken);
}
