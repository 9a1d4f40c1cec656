using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// Reads where feeds stand. Every connection asks when it comes and with every ping, so it is the read that must cost
/// next to nothing.
/// </summary>
internal interface IFeedHeads
{
    /// <summary>Position and counts of a user's feed, at a moment no earlier than the call.</summary>
    ValueTask<FeedSnapshot> ReadAsync(string userId, CancellationToken cancellationToken);
}
