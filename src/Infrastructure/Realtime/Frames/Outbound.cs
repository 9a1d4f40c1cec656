namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Something that waits in an <see cref="Connections.OutboundQueue"/>, whose lock guards it meanwhile.</summary>
internal abstract class Outbound
{
    /// <summary>Bytes it counts for in the queue.</summary>
    public abstract int Size { get; }

    /// <summary>The frame to send, now that its turn has come; <c>null</c> when there is nothing left to say.</summary>
    public abstract Frame? Take();
}
