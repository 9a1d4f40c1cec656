namespace HotGigs.Infrastructure.Realtime;

/// <summary>Remembers how the live connections of this process stood during the last hour.</summary>
public interface IRealtimeHistory
{
    /// <summary>Time between two samples.</summary>
    TimeSpan Interval { get; }

    /// <summary>The samples, oldest first; the first one was taken when the server started.</summary>
    IReadOnlyList<RealtimeSample> Samples { get; }
}

/// <summary>How the live connections of this process stood at one moment.</summary>
/// <param name="At">When.</param>
/// <param name="Connections">How many there were.</param>
/// <param name="Users">Users they belonged to.</param>
/// <param name="Rooms">Rooms with a connection in them.</param>
/// <param name="Watchers">Watches of resumes, over all connections.</param>
/// <param name="QueuedFrames">Frames that waited for clients to read.</param>
/// <param name="QueuedBytes">Their bytes.</param>
/// <param name="SentPerSecond">Frames written to clients since the sample before, per second.</param>
public sealed record RealtimeSample(
    DateTimeOffset At, int Connections, int Users, int Rooms, int Watchers, long QueuedFrames, long QueuedBytes, double SentPerSecond);
