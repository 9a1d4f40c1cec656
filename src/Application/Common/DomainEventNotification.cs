using HotGigs.Domain.Common;
using MediatR;

namespace HotGigs.Application.Common;

/// <summary>Carries a committed domain event through MediatR, which the domain does not know.</summary>
public sealed record DomainEventNotification<TEvent>(TEvent Event) : INotification
    where TEvent : IDomainEvent
{
    /// <summary>When it was committed, as a timestamp of the server's <see cref="TimeProvider"/>; <c>null</c> where that is not known.</summary>
    public long? CommittedAt { get; init; }
}
