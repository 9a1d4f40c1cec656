namespace HotGigs.Domain.Common;

/// <summary>A consistency boundary that collects what has happened to it until its changes are committed.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Events raised since the last <see cref="TakeEvents"/>, oldest first.</summary>
    public IReadOnlyList<IDomainEvent> PendingEvents => events;

    /// <summary>Hands over the pending events, for the one that commits the aggregate to publish them.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        IDomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    protected void Raise(IDomainEvent happened) => events.Add(happened);
}
