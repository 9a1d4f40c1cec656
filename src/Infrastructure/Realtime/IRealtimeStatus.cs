namespace HotGigs.Infrastructure.Realtime;

/// <summary>Tells what is connected to this process.</summary>
public interface IRealtimeStatus
{
    /// <summary>How many connections there are; costs nothing.</summary>
    int ActiveConnections { get; }

    /// <summary>Whether this server is stopping and takes no new connections.</summary>
    bool IsDraining { get; }

    /// <summary>Everything, user ids included; for admins. Takes time in proportion to the connections, and no lock that sending or joining waits for.</summary>
    RealtimeSnapshot TakeSnapshot();
}

/// <summary>What is connected to this process, at about one moment.</summary>
/// <param name="ActiveConnections">How many connections there are.</param>
/// <param name="ActiveUsers">Ids of the users they belong to.</param>
/// <param name="Rooms">How many connections each room holds.</param>
/// <param name="ResumeWatchers">How many connections watch each resume.</param>
/// <param name="Node">Figures of this process.</param>
public sealed record RealtimeSnapshot(
    int ActiveConnections,
    IReadOnlyList<string> ActiveUsers,
    IReadOnlyDictionary<string, int> Rooms,
    IReadOnlyDictionary<Guid, int> ResumeWatchers,
    NodeFigures Node);

/// <summary>Figures of this process.</summary>
/// <param name="Id">Which run of which server it is.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="Uptime">For how long, in whole seconds.</param>
/// <param name="Draining">Whether it is stopping.</param>
/// <param name="Users">Users with a connection.</param>
/// <param name="Rooms">Rooms with a connection in them.</param>
/// <param name="Watchers">Watches of resumes, over all connections.</param>
/// <param name="QueuedFrames">Frames that wait for clients to read.</param>
/// <param name="QueuedBytes">Their bytes.</param>
/// <param name="Accepted">Connections since the start.</param>
/// <param name="Closed">How many of them ended, and how many were refused, by close code; 1006 are those that broke off.</param>
public sealed record NodeFigures(
    string Id,
    DateTimeOffset StartedAt,
    long Uptime,
    bool Draining,
    int Users,
    int Rooms,
    int Watchers,
    long QueuedFrames,
    long QueuedBytes,
    long Accepted,
    IReadOnlyDictionary<int, int> Closed);
