using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>What one connection in a room is told of the others there; guarded by the room's lock.</summary>
internal sealed class Seat(ClientConnection connection)
{
    private LatestFrames? presence;
    private LatestFrames? typing;

    /// <summary>Whether this connection is told names now; its user's roles may change while it is here.</summary>
    public bool TakesNames => IsToldNames(connection);

    /// <summary>Recruiters and admins know each other; candidates learn nobody's name from a room.</summary>
    public static bool IsToldNames(ClientConnection connection) => connection.User.Roles.HasAny(Roles.Recruiter | Roles.Admin);

    /// <summary>From now on changes are told; the state they are changes of has just been sent.</summary>
    public void WatchPresence()
    {
        // What waits is in that state already; a newer change in its place, ahead of the state, would be undone by it.
        presence?.Close();
        presence ??= new LatestFrames(connection);
    }

    public void TellPresence(string userId, Frame change, long version) => presence?.Offer(userId, change, version);

    public void TellTyping(string userId, Frame frame, long version) =>
        (typing ??= new LatestFrames(connection)).Offer(userId, frame, version);

    /// <summary>Tells nothing any more; what still waits is not sent.</summary>
    public void Close()
    {
        presence?.Close();
        typing?.Close();
    }
}
