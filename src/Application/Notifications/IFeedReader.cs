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
}

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
