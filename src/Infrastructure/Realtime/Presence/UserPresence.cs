using HotGigs.Application.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>A user in the eyes of a room.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">What they are called, as their token says.</param>
/// <param name="LastSeen">When they were last here; <c>null</c> while they are.</param>
internal readonly record struct UserPresence(string UserId, string Name, DateTimeOffset? LastSeen)
{
    public bool IsOnline => LastSeen is null;

    public static UserPresence Online(UserIdentity user) => new(user.Id, user.Name, null);

    public static UserPresence Offline(SeenUser seen) => new(seen.UserId, seen.Name, seen.At);
}
