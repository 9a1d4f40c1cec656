namespace HotGigs.Domain.Notifications;

/// <content>What leaves the feed because its time is over.</content>
public sealed partial class NotificationFeed
{
    /// <summary>
    /// Takes one change for all that have expired or been kept long enough, leaving tombstones as a deletion does.
    /// </summary>
    /// <returns>How many left; none takes no number.</returns>
    public int Expire(IReadOnlyCollection<Notification> outlived, DateTimeOffset now) =>
        Change(outlived, one => !one.IsDeleted, one => one.Delete(now), Deleted).Count;

    /// <summary>Notes that tombstones up to a change are gone: who was last here before it cannot be told of them any more.</summary>
    public void MarkPurgedUpTo(long changedSeq) => PurgedUpToSeq = Math.Max(PurgedUpToSeq, changedSeq);
}
