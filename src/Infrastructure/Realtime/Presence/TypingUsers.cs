using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>Who types in one room, guarded by its lock. A client repeats itself while its user types.</summary>
internal sealed class TypingUsers(TimeProvider clock)
{
    /// <summary>How long a user counts as typing who does not repeat it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>Repeats are told on no more often than this, which is enough for others to keep theirs alive.</summary>
    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Typer> typers = new(StringComparer.Ordinal);

    public bool Any => typers.Count > 0;

    /// <returns>Whether others are to be told.</returns>
    public bool TryBegin(ClientConnection connection)
    {
        var now = clock.GetTimestamp();
        var isNews = !typers.TryGetValue(connection.User.Id, out var typer)
            || clock.GetElapsedTime(typer.ToldAt, now) >= TellInterval;
        typers[connection.User.Id] = new Typer(connection, now, isNews ? now : typer.ToldAt);
        return isNews;
    }

    /// <summary>Ends the typing of a connection; that of another one of its user goes on.</summary>
    /// <returns>Whether others are to be told.</returns>
    public bool TryEnd(ClientConnection connection) =>
        typers.TryGetValue(connection.User.Id, out var typer)
        && typer.Connection == connection
        && typers.Remove(connection.User.Id);

    /// <summary>Ends the typing of those who have not repeated it for too long.</summary>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<string> EndSilent()
    {
        if (typers.Count == 0)
            return [];
        List<string> ended = [.. typers.Where(one => clock.GetElapsedTime(one.Value.At) >= Lifetime).Select(one => one.Key)];
        ended.ForEach(userId => typers.Remove(userId));
        return ended;
    }

    private readonly record struct Typer(ClientConnection Connection, long At, long ToldAt);
}
