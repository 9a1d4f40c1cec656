namespace HotGigs.Domain.Notifications;

/// <content>What leaves the feed because its time is over.</content>
public sealed partial class NotificationFeed
{
    /// <summary>
    /// Takes one change for all that have expired or been kept long enough, leaving tombstones as a deletion does.
    /// </summary>
    /// <returns>How many left; none takes no number.</returns>
    public int Expire(IReadOnlyCollection<Notification> outlived, DateTimeOffset now)
    {
        foreach (var notification in outlived)
            EnsureOwn(notification);
        var leaving = outlived.Where(notification => !notification.IsDeleted).ToList();
        if (leaving.Count == 0)
            return 0;

        Seq++;
        foreach (var notification in leaving)
        {
            Uncount(notification);
            notification.Delete(Seq, now);
        }

        Raise(new NotificationsDeleted(UserId, [.. leaving.Select(notification => notification.Id)], FeedSnapshot.Of(this)));
        return leaving.Count;
    }

    /// <summary>Notes that tombstones up to a change are gone: who was last here before it cannot be told of them any more.</summary>
    public void MarkPurgedUpTo(long changedSeq) => PurgedUpToSeq = Math.Max(PurgedUpToSeq, changedSeq);
}
