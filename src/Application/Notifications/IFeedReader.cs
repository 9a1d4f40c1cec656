using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>Reads feeds. What it returns is detached: changing it stores nothing.</summary>
public interface IFeedReader
{
    /// <summary>Where a user's feed stands; one lookup by key.</summary>
    Task<FeedSnapshot> GetHeadAsync(string userId, CancellationToken cancellationToken);

    /// <summary>
    /// One page of a feed, newest first, together with the head it was read at: both from the same instant, so that
    /// a count never disagrees with the list beside it.
    /// </summary>
    Task<FeedPage> ListAsync(string userId, FeedFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// What changed after a position, oldest change first, tombstones included, together with the head. It ends on
    /// a whole change: at <paramref name="limit"/> notifications or as many more as its last change has.
    /// </summary>
    /// <param name="userId">Whose feed.</param>
    /// <param name="since">Only what changed after this position.</param>
    /// <param name="limit">How many notifications to return, about.</param>
    /// <param name="maxChange">A single change of more notifications than this is not returned in parts: <see cref="FeedChanges.IsIncomplete"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<FeedChanges> ReadChangesAsync(string userId, long since, int limit, int maxChange, CancellationToken cancellationToken);
}

/// <summary>What changed in a feed after a position.</summary>
/// <param name="Notifications">As they are now, tombstones included, ordered by their last change.</param>
/// <param name="UpToSeq">The position up to which this is everything.</param>
/// <param name="IsIncomplete">They cannot all be returned, and none were: one change is too large, or some are not kept any more.</param>
/// <param name="Head">Position and counts.</param>
public sealed record FeedChanges(IReadOnlyList<Notification> Notifications, long UpToSeq, bool IsIncomplete, FeedSnapshot Head);

/// <summary>Which notifications to list.</summary>
/// <param name="BeforeSeq">Only those created before this position; <c>null</c> begins with the newest.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="UnreadOnly">Leave out what has been read.</param>
/// <param name="Type">Only this type.</param>
/// <param name="Archived">The archived ones instead of the others.</param>
public sealed record FeedFilter(long? BeforeSeq, int Limit, bool UnreadOnly = false, NotificationType? Type = null, bool Archived = false);

/// <summary>One page of a feed and where the feed stood when it was read.</summary>
/// <param name="Notifications">Newest first.</param>
/// <param name="HasMore">Whether older ones follow.</param>
/// <param name="Head">Position and counts.</param>
public sealed record FeedPage(IReadOnlyList<Notification> Notifications, bool HasMore, FeedSnapshot Head);
