namespace HotGigs.Application.Notifications.Retention;

/// <summary>Finds what has been kept long enough, a little at a time and by index: how much there is besides does not matter.</summary>
public interface IRetentionStore
{
    /// <summary>Finds notifications whose time is over, the longest over first.</summary>
    Task<IReadOnlyList<FeedEntry>> FindOutlivedAsync(Outlived condition, int limit, CancellationToken cancellationToken);

    /// <summary>Finds tombstones that were left up to a time, the oldest first.</summary>
    Task<IReadOnlyList<FeedEntry>> FindTombstonesAsync(DateTimeOffset deletedUpTo, int limit, CancellationToken cancellationToken);

    /// <summary>Removes what was withheld up to a time, the oldest first.</summary>
    /// <returns>How much was removed.</returns>
    Task<int> RemoveWithheldAsync(DateTimeOffset upTo, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets events of other programs that were received up to a time, the oldest first.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveReceivedEventsAsync(DateTimeOffset upTo, int limit, CancellationToken cancellationToken);
}

/// <summary>A notification and whose it is.</summary>
public readonly record struct FeedEntry(string UserId, Guid NotificationId);
