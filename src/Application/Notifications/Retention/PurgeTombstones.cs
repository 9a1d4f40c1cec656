using MediatR;

namespace HotGigs.Application.Notifications.Retention;

/// <summary>
/// Removes tombstones that every device had time enough to hear of. A device that comes later is told to start over,
/// never a part of what it missed.
/// </summary>
/// <param name="DeletedUpTo">Those left up to this time.</param>
/// <param name="Limit">How many to remove at most.</param>
public sealed record PurgeTombstones(DateTimeOffset DeletedUpTo, int Limit) : IRequest<int>;

/// <summary>Answers with how many were removed.</summary>
internal sealed class PurgeTombstonesHandler(IRetentionStore store, IFeedWriter feeds) : IRequestHandler<PurgeTombstones, int>
{
    private const int FeedsPerTransaction = 50;

    public async Task<int> Handle(PurgeTombstones request, CancellationToken cancellationToken)
    {
        var found = await store.FindTombstonesAsync(request.DeletedUpTo, request.Limit, cancellationToken);
        var purged = 0;
        foreach (var users in found.GroupBy(entry => entry.UserId, StringComparer.Ordinal).Chunk(FeedsPerTransaction))
        {
            Guid[] ids = [.. users.SelectMany(entries => entries).Select(entry => entry.NotificationId)];
            purged += await feeds.WriteAsync(
                [.. users.Select(entries => entries.Key)],
                async (feeds, ct) =>
                {
                    var gone = await feeds.PurgeAsync(ids, request.DeletedUpTo, ct);
                    foreach (var (userId, changedSeq) in gone)
                        feeds.Feed(userId).MarkPurgedUpTo(changedSeq);
                    return gone.Count;
                },
                cancellationToken);
        }

        return purged;
    }
}
