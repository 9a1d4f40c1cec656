using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime;

internal sealed class RealtimeStatus(
    ConnectionRegistry registry, ConnectionTotals totals, DrainSignal drain, NodeIdentity node, TimeProvider clock) : IRealtimeStatus
{
    public int ActiveConnections => registry.Count;

    public bool IsDraining => drain.HasBegun;

    public RealtimeSnapshot TakeSnapshot()
    {
        IReadOnlyList<string> users = [.. registry.Users.Keys];
        var rooms = registry.Rooms.CountByKey();
        var watchers = registry.ResumeWatches.CountByKey();
        var (frames, bytes) = registry.CountQueued();
        return new RealtimeSnapshot(registry.Count, users, rooms, watchers, new NodeFigures(
            node.Id,
            totals.StartedAt,
            (long)(clock.GetUtcNow() - totals.StartedAt).TotalSeconds,
            drain.HasBegun,
            users.Count,
            rooms.Count,
            watchers.Values.Sum(),
            frames,
            bytes,
            totals.AcceptedCount,
            totals.ClosedByCode));
    }
}
