using HotGigs.Application.Users;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>When users were last seen, until it is written. Of more users than fit, some are remembered as seen earlier than they were.</summary>
internal sealed class PendingLastSeen() : HighestByUser(MaxUsers)
{
    private const int MaxUsers = 100_000;

    public void Add(string userId, DateTimeOffset at) => Add(userId, at.UtcTicks);

    /// <summary>Hands over those that have waited longest.</summary>
    public IReadOnlyCollection<LastSeen> TakeOldest(int users) =>
        [.. Take(users).Select(one => new LastSeen(one.Key, new DateTimeOffset(one.Value, TimeSpan.Zero)))];
}
