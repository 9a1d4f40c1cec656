using HotGigs.Application.Realtime;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Who a notification is for: one user, or everyone who may join a room, connected or not.</summary>
public abstract record Audience
{
    private Audience()
    {
    }

    public static Audience Of(string userId) => new OneUser(userId);

    public static Audience Of(Room room) => new EveryoneIn(room);

    /// <summary>One user, known to the directory or not yet.</summary>
    public sealed record OneUser(string UserId) : Audience;

    /// <summary>Everyone whose roles let them into a room.</summary>
    public sealed record EveryoneIn(Room Room) : Audience;
}
