namespace HotGigs.Infrastructure.Realtime;

/// <summary>Whether this server is on its way out, and takes no new connections.</summary>
internal sealed class DrainSignal
{
    private volatile bool hasBegun;

    public bool HasBegun => hasBegun;

    public void Begin() => hasBegun = true;
}
