namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames of a server that is about to stop.</summary>
internal static class DrainFrames
{
    /// <summary>Asks a client to come back, in so long.</summary>
    public static Frame Reconnect(TimeSpan after) =>
        Frame.Create("reconnect", after, static (json, after) => json.WriteNumber("after_ms"u8, (long)after.TotalMilliseconds));
}
