using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Retention;

/// <summary>What a transaction that holds feeds knows of notifications whose time is over.</summary>
public interface IRetentionTransaction
{
    /// <summary>Loads, of these notifications, those that still meet the condition now that the feeds are held.</summary>
    Task<IReadOnlyList<Notification>> FindOutlivedAsync(
        IReadOnlyCollection<Guid> notificationIds, Outlived condition, CancellationToken cancellationToken);

    /// <summary>Removes, of these notifications, the tombstones that were left up to a time.</summary>
    /// <returns>Of each, whose it was and what its last change was.</returns>
    Task<IReadOnlyList<PurgedTombstone>> PurgeAsync(
        IReadOnlyCollection<Guid> notificationIds, DateTimeOffset deletedUpTo, CancellationToken cancellationToken);
}

/// <summary>A tombstone that has been removed.</summary>
public readonly record struct PurgedTombstone(string UserId, long ChangedSeq);
