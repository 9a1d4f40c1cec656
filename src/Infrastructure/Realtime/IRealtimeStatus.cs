namespace HotGigs.Infrastructure.Realtime;

/// <summary>Tells what is connected to this process.</summary>
public interface IRealtimeStatus
{
    /// <summary>How many connections there are; costs nothing.</summary>
    int ActiveConnections { get; }

    /// <summary>Everything, user ids included; for admins. Takes time in proportion to the users.</summary>
    RealtimeSnapshot TakeSnapshot();
}

/// <summary>What is connected to this process, at about one moment.</summary>
/// <param name="ActiveConnections">How many connections there are.</param>
/// <param name="ActiveUsers">Ids of the users they belong to.</param>
/// <param name="Rooms">How many connections each room holds.</param>
/// <param name="ResumeWatchers">How many connections watch each resume.</param>
public sealed record RealtimeSnapshot(
    int ActiveConnections,
    IReadOnlyList<string> ActiveUsers,
    IReadOnlyDictionary<string, int> Rooms,
    IReadOnlyDictionary<Guid, int> ResumeWatchers);
