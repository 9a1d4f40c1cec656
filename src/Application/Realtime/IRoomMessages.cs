using System.Text.Json;

namespace HotGigs.Application.Realtime;

/// <summary>Shows something to those who are in a room at this moment. It is kept nowhere.</summary>
public interface IRoomMessages
{
    /// <returns>How many users it was sent to, each counted once however many connections they have there.</returns>
    Task<int> SendAsync(RoomMessage message, CancellationToken cancellationToken);
}

/// <summary>What is shown to those in a room.</summary>
/// <param name="Room">The room.</param>
/// <param name="Title">Headline.</param>
/// <param name="Message">What to say.</param>
/// <param name="ActionPath">Path of this site to lead to, or <c>null</c>.</param>
/// <param name="Data">A JSON object of the sender's own making, or <c>null</c>.</param>
/// <param name="At">When it was sent.</param>
public sealed record RoomMessage(Room Room, string Title, string Message, string? ActionPath, JsonElement? Data, DateTimeOffset At);
