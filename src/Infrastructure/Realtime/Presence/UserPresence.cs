using HotGigs.Application.Users;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>A user in the eyes of a room.</summary>
/// <param name="UserId">Who.</param>
/// <param name="LastSeen">When they were last here; <c>null</c> while they are.</param>
internal readonly record struct UserPresence(string UserId, DateTimeOffset? LastSeen)
{
    public bool IsOnline => LastSeen is null;

    public static UserPresence Online(string userId) => new(userId, null);

    public static UserPresence Offline(LastSeen seen) => new(seen.UserId, seen.At);
}
