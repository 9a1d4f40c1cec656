using MediatR;

namespace HotGigs.Application.Notifications.Retention;

/// <summary>
/// Takes notifications whose time is over out of their feeds, as one change of each feed. Done on several servers at
/// once, each notification leaves once.
/// </summary>
/// <param name="Condition">When its time is over.</param>
/// <param name="Limit">How many to take at most.</param>
public sealed record RetireNotifications(Outlived Condition, int Limit) : IRequest<int>;

/// <summary>Answers with how many left.</summary>
internal sealed class RetireNotificationsHandler(IRetentionStore store, IFeedWriter feeds, TimeProvider clock)
    : IRequestHandler<RetireNotifications, int>
{
    /// <summary>Feeds that one transaction holds: whoever writes to one of them waits for it.</summary>
    private const int FeedsPerTransaction = 50;

    public async Task<int> Handle(RetireNotifications request, CancellationToken cancellationToken)
    {
        var found = await store.FindOutlivedAsync(request.Condition, request.Limit, cancellationToken);
        var retired = 0;
        foreach (var users in found.GroupBy(entry => entry.UserId, StringComparer.Ordinal).Chunk(FeedsPerTransaction))
        {
            Guid[] ids = [.. users.SelectMany(entries => entries).Select(entry => entry.NotificationId)];
            retired += await feeds.WriteAsync(
                [.. users.Select(entries => entries.Key)],
                async (feeds, ct) =>
                {
                    // Meanwhile somebody may have read one, or another server may have been here.
                    var outlived = await feeds.FindOutlivedAsync(ids, request.Condition, ct);
                    return outlived
                        .GroupBy(notification => notification.UserId, StringComparer.Ordinal)
                        .Sum(own => feeds.Feed(own.Key).Expire([.. own], clock.GetUtcNow()));
                },
                cancellationToken);
        }

        return retired;
    }
}
