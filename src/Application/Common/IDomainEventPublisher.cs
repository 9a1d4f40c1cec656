using HotGigs.Domain.Common;

namespace HotGigs.Application.Common;

/// <summary>Publishes what has been committed. Called by whoever commits, after the commit.</summary>
public interface IDomainEventPublisher
{
    /// <summary>
    /// Hands each event to its handlers, in order. A handler that fails is logged and stops neither the next one
    /// nor the caller: the change is stored, and clients recover from the database.
    /// </summary>
    Task PublishAsync(IReadOnlyList<IDomainEvent> committed, CancellationToken cancellationToken);
}
