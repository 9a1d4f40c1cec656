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
        var known = typers.GetValueOrDefault(connection.User.Id);
        var isNews = known is null || clock.GetElapsedTime(known.ToldAt, now) >= TellInterval;
        typers[connection.User.Id] = new Typer(
            connection, At: now, ToldAt: known is null || isNews ? now : known.ToldAt, IsTyping: true, IsKnown: isNews || known!.IsKnown);
        return isNews;
    }

    /// <summary>Ends the typing of a connection; that of another one of its user goes on.</summary>
    /// <returns>Whether others are to be told.</returns>
    public bool TryEnd(ClientConnection connection)
    {
        if (typers.GetValueOrDefault(connection.User.Id) is not { IsTyping: true } typer || typer.Connection != connection)
            return false;
        // Kept until the sweep: who ends and begins in turn is told on no more often either.
        typers[connection.User.Id] = typer with { IsTyping = false, IsKnown = false };
        return typer.IsKnown;
    }

    /// <summary>Ends the typing of those who have not repeated it for too long.</summary>
    /// <returns>Their ids, where others are to be told.</returns>
    public IReadOnlyList<string> EndSilent()
    {
        if (typers.Count == 0)
            return [];
        var over = typers.Where(one => IsOver(one.Value)).ToList();
        over.ForEach(one => typers.Remove(one.Key));
        return [.. over.Where(one => one.Value.IsKnown).Select(one => one.Key)];
    }

    private bool IsOver(Typer typer) => typer.IsTyping
        ? clock.GetElapsedTime(typer.At) >= Lifetime
        : clock.GetElapsedTime(typer.ToldAt) >= TellInterval;

    /// <param name="Connection">On which they type.</param>
    /// <param name="At">When they last said so.</param>
    /// <param name="ToldAt">When others were last told that they type.</param>
    /// <param name="IsTyping">Whether they do.</param>
    /// <param name="IsKnown">Whether others think so.</param>
    private sealed record Typer(ClientConnection Connection, long At, long ToldAt, bool IsTyping, bool IsKnown);
}
