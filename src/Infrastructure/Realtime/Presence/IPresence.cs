using System.Text.Json;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>
/// Who is in which room, and who types there. Told by the <see cref="ConnectionRegistry"/>, asked by the handlers of
/// messages: none of them knows whether the others are on this server.
/// </summary>
internal interface IPresence
{
    /// <summary>A connection has come.</summary>
    void Connected(ClientConnection connection);

    /// <summary>A connection has ended; it has left its rooms before.</summary>
    void Disconnected(ClientConnection connection);

    /// <summary>A connection is in a room, and may have been before.</summary>
    void Entered(ClientConnection connection, string room);

    /// <summary>A connection is no longer in a room, and may not have been before.</summary>
    void Left(ClientConnection connection, string room);

    /// <summary>Answers who is in a room, and keeps telling for as long as the connection is in it itself; names to recruiters and admins only.</summary>
    void Watch(ClientConnection connection, string room, IReadOnlyList<SeenUser> seenLately, JsonElement reference);

    /// <summary>Tells the other users in a room that this one types there, or does no more.</summary>
    /// <returns>Whether the connection is in the room; if not, nobody is told.</returns>
    bool TrySetTyping(ClientConnection connection, string room, bool isTyping);

    /// <summary>Ends what has lasted its time: the grace of those who left, the typing of those who stopped.</summary>
    void Sweep();
}
