using HotGigs.Application.Realtime;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Who a notification is for: one user, or everyone with a role or who may join a room, connected or not.</summary>
public abstract record Audience
{
    private Audience()
    {
    }

    public static Audience Of(string userId) => new OneUser(userId);

    public static Audience Of(Room room) => Of(room.Roles);

    public static Audience Of(Roles roles) => new EveryoneWith(roles);

    /// <summary>One user, known to the directory or not yet.</summary>
    public sealed record OneUser(string UserId) : Audience;

    /// <summary>Everyone who holds at least one of these roles.</summary>
    public sealed record EveryoneWith(Roles Roles) : Audience;
}
