using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime;

internal sealed class RealtimeStatus(ConnectionRegistry registry) : IRealtimeStatus
{
    public int ActiveConnections => registry.Count;

    public RealtimeSnapshot TakeSnapshot() => new(
        registry.Count, [.. registry.Users.Keys], registry.Rooms.CountByKey(), registry.ResumeWatches.CountByKey());
}
